import type { Class } from './policies.ts'

export type Outcome = 'passed' | 'limited' | 'shed' | 'failed'

export interface Figures {
  count: (kind: Class, outcome: Outcome) => void
  /** Prometheus' text form. */
  write: () => string
}

interface State {
  name: string
  room: { underWay: number; most: () => number }
  isOpen: () => boolean
}

/** Counts requests by class and outcome, and tells how busy each service is. */
export function openFigures(
  upstreams: () => Iterable<State>,
  pressure: { level: () => number; lateMs: () => number }
): Figures {
  const counts = new Map<string, number>()
  return {
    count: (kind, outcome) => {
      const labels = `class="${kind}",outcome="${outcome}"`
      counts.set(labels, (counts.get(labels) ?? 0) + 1)
    },
    write: () => {
      const lines = ['# TYPE gateway_requests_total counter']
      for (const [labels, count] of counts) lines.push(`gateway_requests_total{${labels}} ${count}`)
      lines.push('# TYPE gateway_under_way gauge', '# TYPE gateway_places gauge', '# TYPE gateway_breaker_open gauge')
      for (const { name, room, isOpen } of upstreams()) {
        lines.push(`gateway_under_way{service="${name}"} ${room.underWay}`)
        lines.push(`gateway_places{service="${name}"} ${room.most().toFixed(0)}`)
        lines.push(`gateway_breaker_open{service="${name}"} ${isOpen() ? 1 : 0}`)
      }
      lines.push(
        '# TYPE gateway_event_loop_delay_ms gauge',
        `gateway_event_loop_delay_ms ${pressure.lateMs().toFixed(1)}`,
        '# TYPE gateway_pressure gauge',
        `gateway_pressure ${Math.max(0, pressure.level()).toFixed(2)}`
      )
      return `${lines.join('\n')}\n`
    }
  }
}
