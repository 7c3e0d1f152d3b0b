/** Sends a signed report to the merchant and throws unless it was taken; 5 s at most. */
export async function sendReport(url: string, signature: string, body: string): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sandbox-signature': signature },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(5000)
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`The merchant answered ${answer.status}.`)
}
