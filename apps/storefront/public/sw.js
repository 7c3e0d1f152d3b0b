// Says that there is no connection, in the shop's own look; everything else comes from the shop.
const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Offline · Lumora Jewels</title>
<style>
:root { color-scheme: light dark; background: light-dark(#f5f1ea, #15120f); color: light-dark(#1d1915, #f1ebe0);
  font: 1rem/1.55 Georgia, serif }
main { max-width: 32rem; margin: 20vh auto; padding: 0 1.5rem }
h1 { font-weight: 400; font-size: 2.5rem }
a { color: inherit }
</style>
<main>
<p>Lumora Jewels</p>
<h1>There is no connection</h1>
<p>What is in your bag is kept. <a href="?">Try again</a> when you are back online.</p>
<p lang="de">Keine Verbindung. Was in der Tasche liegt, bleibt.</p>
<p lang="ar" dir="rtl">لا يوجد اتصال. ما في حقيبتك محفوظ.</p>
</main>`

addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return
  const type = { 'content-type': 'text/html; charset=utf-8' }
  event.respondWith(fetch(event.request).catch(() => new Response(page, { status: 503, headers: type })))
})
