import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isReader } from '../../src/readership/visit.ts'

const html = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const visit = (agent: string, headers: Record<string, string> = {}) => ({
  address: '203.0.113.7',
  headers: { 'user-agent': agent, accept: html, ...headers },
})
const phone =
  'Mozilla/5.0 (Linux; Android 9; SM-J400F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36'

const people = {
  'a phone': phone,
  'Cốc Cốc':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/117.0 Chrome/111.0 Safari/537.36',
  'inside Zalo': `${phone} Zalo android/23091234 ZaloTheme/light ZaloLanguage/vi`,
  'inside Facebook': `${phone} [FB_IAB/FB4A;FBAV/440.0.0.30.109;]`,
  'an old phone': 'Opera/9.80 (J2ME/MIDP; Opera Mini/7.1.32052/191.273; U; vi) Presto/2.12.423 Version/12.16',
  'UC Browser': 'UCWEB/2.0 (MIDP-2.0; U; Adr 9; vi; SM-J400F) U2/1.0.0 UCBrowser/10.7.6 Mobile',
  Firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0',
}

const programs = {
  Google: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Google as a phone': `${phone} (compatible; Googlebot/2.1; +http://www.google.com/bot.html)`,
  Bing: 'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116.0 Safari/537.36',
  'Cốc Cốc': 'Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)',
  Yandex: 'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
  Facebook: 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  GPT: 'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; GPTBot/1.2; +https://openai.com/gptbot',
  Ahrefs: 'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
  Baidu: 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
  headless: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0 Safari/537.36',
  curl: 'curl/8.5.0 (x86_64-pc-linux-gnu)',
  Python: 'python-requests/2.31.0',
  monitor: 'Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)',
  nobody: '',
}

test('people are readers, whatever they read with', () => {
  for (const [name, agent] of Object.entries(people)) assert.equal(isReader(visit(agent)), true, name)
})

test('programs are none', () => {
  for (const [name, agent] of Object.entries(programs)) assert.equal(isReader(visit(agent)), false, name)
})

test('what a browser fetches before or beside reading is none', () => {
  const ahead = [
    { 'sec-purpose': 'prefetch' },
    { 'sec-purpose': 'prefetch;prerender' },
    { purpose: 'prefetch' },
    { 'x-moz': 'prefetch' },
    { 'x-purpose': 'preview' },
    { 'sec-fetch-dest': 'iframe' },
    { 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' },
    { accept: '*/*' },
  ]
  for (const headers of ahead)
    assert.equal(isReader(visit(phone, headers as Record<string, string>)), false, JSON.stringify(headers))
  assert.equal(isReader(visit(phone, { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' })), true)
})
