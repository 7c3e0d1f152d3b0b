import * as THREE from 'three'
import { GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js'
import { lyingTilt, surround, type Surroundings } from './turntable-room.ts'
import { gemMaterial, wearMetal, type Optics } from './turntable-surfaces.ts'

/** A jewel that turns on a canvas. Angles are in radians. */
export interface View {
  /** The alloys that its metal can take, by the names of the model's variants. */
  alloys: string[]
  wear: (alloy: string) => void
  turn: (sideways: number, upwards: number) => void
  /** Nearer by a factor above 1, farther by one below. */
  zoom: (by: number) => void
  reset: () => void
  stop: () => void
}

type Extras = { rests: 'below' | 'behind'; from: [number, number, number]; cuts: Record<string, number[]> }
type Says =
  | { of: 'metal'; hammered: boolean }
  | ({ of: 'stone'; cut: string; mm: number } & Optics)
  | { of: 'bead'; colour: string }

const nearest = 0.45
const farthest = 1.5
/** Radians a second at which it turns by itself. */
const pace = 0.35
const settleMs = 260

/** Loads a model and shows it, turning until it is touched unless `isStill`. Draws only when something has changed. */
export async function openView(canvas: HTMLCanvasElement, url: string, isStill: boolean): Promise<View> {
  const renderer = new THREE.WebGLRenderer({ canvas, antialias: true, alpha: true })
  renderer.toneMapping = THREE.NeutralToneMapping
  renderer.toneMappingExposure = 1.06
  const { scene: loaded, parser } = await new GLTFLoader().loadAsync(url).catch((error: unknown) => {
    renderer.dispose()
    throw error
  })
  const { rests, from, cuts } = loaded.userData as Extras
  const light = surround(renderer, 256)
  const scene = new THREE.Scene()
  const tilt = new THREE.Euler(rests === 'behind' ? lyingTilt : 0, 0, 0)
  scene.environment = light.environment
  scene.environmentRotation.copy(tilt)

  // The model is in metres, the studio in millimetres.
  const jewel = new THREE.Group()
  loaded.scale.setScalar(1000)
  jewel.add(loaded)
  const sphere = new THREE.Box3().setFromObject(loaded).getBoundingSphere(new THREE.Sphere())
  loaded.position.sub(sphere.center)
  scene.add(jewel)

  const camera = new THREE.PerspectiveCamera(22, 1, 1, 4000)
  const away = (sphere.radius * 0.93) / Math.sin(THREE.MathUtils.degToRad(11))
  const way = new THREE.Vector3(...from).normalize()
  const inverse = new THREE.Matrix3().setFromMatrix4(new THREE.Matrix4().makeRotationFromEuler(tilt).invert())
  const { metals, gems } = dress(jewel, cuts, light, inverse)
  const alloys = await alloysOf(parser)

  let [yaw, pitch, near] = [0, 0, 1]
  let isTurning = !isStill
  let isStopped = false
  let last = 0
  let due = 0
  const across = new THREE.Vector3()

  const draw = (now: number) => {
    due = 0
    if (isStopped) return
    if (isTurning && !document.hidden) yaw += (pace * Math.min(64, now - last)) / 1000
    last = now
    const { clientWidth: width, clientHeight: height } = canvas
    const ratio = Math.min(window.devicePixelRatio, 2)
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      renderer.setPixelRatio(ratio)
      renderer.setSize(width, height, false)
      camera.aspect = width / Math.max(1, height)
      camera.updateProjectionMatrix()
    }
    camera.position.copy(way).multiplyScalar(away * near * Math.max(1, 1 / camera.aspect))
    camera.lookAt(0, 0, 0)
    camera.updateMatrixWorld()
    across.setFromMatrixColumn(camera.matrixWorld, 0)
    jewel.quaternion.setFromAxisAngle(new THREE.Vector3(0, 1, 0), yaw)
    jewel.quaternion.premultiply(new THREE.Quaternion().setFromAxisAngle(across, pitch))
    for (const { uniforms } of gems) uniforms.eye!.value.copy(camera.position)
    renderer.render(scene, camera)
    if (isTurning) ask()
  }
  const ask = () => {
    if (!due && !isStopped) due = requestAnimationFrame(draw)
  }
  const turn = (sideways: number, upwards: number) => {
    isTurning = false
    yaw += sideways
    pitch = Math.max(-1.4, Math.min(1.4, pitch + upwards))
    ask()
  }
  const zoom = (by: number) => {
    isTurning = false
    near = Math.max(nearest, Math.min(farthest, near / by))
    ask()
  }
  const release = follow(canvas, turn, zoom)
  const size = new ResizeObserver(ask)
  size.observe(canvas)
  ask()
  return {
    alloys: [...alloys.keys()],
    wear: (alloy) => {
      const { colour, roughness } = alloys.get(alloy) ?? {}
      if (!colour || roughness === undefined) return
      const before = metals.map(({ color }) => color.clone())
      const begun = performance.now()
      const fade = () => {
        const part = isStill ? 1 : Math.min(1, (performance.now() - begun) / settleMs)
        metals.forEach((metal, i) => metal.color.lerpColors(before[i]!, colour, part))
        ask()
        if (part < 1 && !isStopped) requestAnimationFrame(fade)
      }
      fade()
    },
    turn,
    zoom,
    reset: () => {
      ;[yaw, pitch, near] = [0, 0, 1]
      ask()
    },
    stop: () => {
      isStopped = true
      cancelAnimationFrame(due)
      release()
      size.disconnect()
      jewel.traverse((part) => (part as THREE.Mesh).geometry?.dispose())
      renderer.dispose()
    }
  }
}

/** Gives metal and stones the surfaces that they have in the pictures. */
function dress(
  jewel: THREE.Object3D,
  cuts: Extras['cuts'],
  { surroundings }: Surroundings,
  tilt: THREE.Matrix3
): { metals: THREE.MeshStandardMaterial[]; gems: THREE.ShaderMaterial[] } {
  const metals = new Map<THREE.Material, THREE.MeshStandardMaterial>()
  const gems = new Map<THREE.Material, THREE.ShaderMaterial>()
  jewel.traverse((part) => {
    const mesh = part as THREE.Mesh<THREE.BufferGeometry, THREE.Material>
    if (!mesh.isMesh) return
    mesh.frustumCulled = false
    const given = mesh.material
    const says = given.userData as Says
    if (says.of === 'metal') {
      const worn = metals.get(given) ?? wearMetal((given as THREE.MeshStandardMaterial).clone(), says.hammered)
      worn.envMapIntensity = 1.05
      metals.set(given, worn)
      mesh.material = worn
    } else if (says.of === 'stone') {
      const numbers = cuts[says.cut] ?? []
      const planes = Array.from(
        { length: numbers.length / 4 },
        (_, i) => new THREE.Vector4(...(numbers.slice(i * 4, i * 4 + 4) as [number, number, number, number]))
      )
      const gem = gems.get(given) ?? gemMaterial(planes, says, says.mm, says.mm < 2 ? 3 : 6)
      gem.uniforms.surroundings!.value = surroundings
      gem.uniforms.tilt!.value.copy(tilt)
      gems.set(given, gem)
      mesh.material = gem
    }
  })
  return { metals: [...metals.values()], gems: [...gems.values()] }
}

/** The metal's colours by the names of the model's variants. */
async function alloysOf(
  parser: Awaited<ReturnType<GLTFLoader['loadAsync']>>['parser']
): Promise<Map<string, { colour: THREE.Color; roughness: number }>> {
  const all: { name: string; extras?: Says }[] = parser.json.materials
  const found = new Map<string, { colour: THREE.Color; roughness: number }>()
  for (const [index, { name, extras }] of all.entries()) {
    if (extras?.of !== 'metal') continue
    const { color, roughness } = (await parser.getDependency('material', index)) as THREE.MeshStandardMaterial
    found.set(name, { colour: color, roughness })
  }
  return found
}

/** Turns by dragging, nearer and farther by wheel or two fingers. Returns what lets go. */
function follow(canvas: HTMLCanvasElement, turn: View['turn'], zoom: View['zoom']): () => void {
  const held = new Map<number, { x: number; y: number }>()
  const apart = () => {
    const [a, b] = [...held.values()]
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0
  }
  const down = ({ pointerId, clientX, clientY }: PointerEvent) => {
    canvas.setPointerCapture(pointerId)
    held.set(pointerId, { x: clientX, y: clientY })
  }
  const move = ({ pointerId, clientX, clientY }: PointerEvent) => {
    const from = held.get(pointerId)
    if (!from) return
    const before = apart()
    held.set(pointerId, { x: clientX, y: clientY })
    if (held.size === 1) turn((clientX - from.x) * 0.009, (clientY - from.y) * 0.009)
    else if (before > 0) zoom(apart() / before)
  }
  const up = ({ pointerId }: PointerEvent) => held.delete(pointerId)
  const wheel = (event: WheelEvent) => {
    // The page scrolls unless somebody means the jewel.
    if (!event.ctrlKey && document.activeElement !== canvas) return
    event.preventDefault()
    zoom(Math.exp(-event.deltaY * 0.0016))
  }
  canvas.addEventListener('pointerdown', down)
  canvas.addEventListener('pointermove', move)
  canvas.addEventListener('pointerup', up)
  canvas.addEventListener('pointercancel', up)
  canvas.addEventListener('wheel', wheel, { passive: false })
  return () => {
    canvas.removeEventListener('pointerdown', down)
    canvas.removeEventListener('pointermove', move)
    canvas.removeEventListener('pointerup', up)
    canvas.removeEventListener('pointercancel', up)
    canvas.removeEventListener('wheel', wheel)
  }
}
