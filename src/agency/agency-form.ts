import { atMost, type Issue, readLine, readText, required, type Submitted, unbroken } from '../site/forms.ts'
import { telephoneLink } from '../text/phone.ts'
import type { Agency, Link } from './agency.ts'
import type { AgencyWords } from './words.ts'

const fields = [
  'parent',
  'unit',
  'portalKind',
  'shortName',
  'description',
  'contactName',
  'address',
  'phone',
  'email',
  'fax',
] as const
const mostLetters = 250
const mostLinks = 30

export function readAgency(form: Submitted): Agency {
  return Object.fromEntries(fields.map((name) => [name, readLine(form, name)])) as Agency
}

export function agencyIssues(agency: Agency, words: AgencyWords, brokenLetters: string): Issue[] {
  return [
    ...required(agency.unit, 'unit', words.enterUnit),
    ...required(agency.shortName, 'shortName', words.enterShortName),
    ...required(agency.portalKind, 'portalKind', words.enterPortalKind),
    ...required(agency.contactName, 'contactName', words.enterContactName),
    ...(agency.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(agency.email)
      ? [{ field: 'email', text: words.emailForm }]
      : []),
    ...(agency.phone && telephoneLink(agency.phone) === null ? [{ field: 'phone', text: words.phoneForm }] : []),
    ...fields.flatMap((name) => [
      ...atMost(agency[name], mostLetters, name, words.tooLong(mostLetters)),
      ...unbroken(agency[name], name, brokenLetters),
    ]),
  ]
}

export type LinksForm = { text: string; links: Omit<Link, 'id'>[]; issues: Issue[] }

export function readLinks(form: Submitted, words: AgencyWords): LinksForm {
  const text = readText(form, 'links')
  const lines = text
    .split('\n')
    .map((line, place) => ({ line: line.trim(), number: place + 1 }))
    .filter(({ line }) => line !== '')
  const read = lines.map(({ line, number }) => ({ number, link: linkIn(line) }))
  const broken = read
    .filter(({ link }) => link === null)
    .map(({ number }) => ({ field: 'links', text: words.linkForm(number) }))
  const tooMany = lines.length > mostLinks ? [{ field: 'links', text: words.tooManyLinks(mostLinks) }] : []
  return { text, links: read.flatMap(({ link }) => link ?? []), issues: [...broken, ...tooMany] }
}

function linkIn(line: string): Omit<Link, 'id'> | null {
  const bar = line.lastIndexOf('|')
  const title = line.slice(0, bar).trim()
  const address = line.slice(bar + 1).trim()
  const isWeb = /^https?:\/\//.test(address) && URL.canParse(address)
  return bar > 0 && title !== '' && isWeb && line.length <= 500 ? { title, address } : null
}
