import { type Field, field, type Issue, type IssueSummary, issueSummary, type Notice } from '../site/forms.ts'
import { dateWithTime } from '../text/dates.ts'
import { newPasswordFields } from './gate-page.ts'
import { endOtherSessionsPath, ownPasswordPath } from './paths.ts'
import type { Session } from './session.ts'
import type { AccountWords } from './words.ts'

export type AccountPage = {
  title: string
  words: AccountWords
  passwordAction: string
  sessionsAction: string
  fields: Field[]
  summary: IssueSummary
  notice: Notice
  sessions: { browser: string; address: string; seen: string; isThis: boolean }[]
}

type AccountPageParts = {
  email: string
  sessions: Session[]
  sessionHash: string
  issues: Issue[]
  done: string
  timeZone: string
  words: AccountWords
  toFix: (count: number) => string
}

export function accountPage({
  sessions,
  sessionHash,
  issues,
  done,
  timeZone,
  words,
  toFix,
}: AccountPageParts): AccountPage {
  return {
    title: words.accountTitle,
    words,
    passwordAction: ownPasswordPath,
    sessionsAction: endOtherSessionsPath,
    fields: [
      field(
        {
          name: 'currentPassword',
          label: words.currentPassword,
          control: 'password',
          autocomplete: 'current-password',
        },
        issues,
      ),
      ...newPasswordFields(issues, words),
    ],
    summary: issueSummary(issues, toFix),
    notice: doneNotice(done, words),
    sessions: sessions.map((session) => ({
      browser: browserName(session.browser),
      address: session.address,
      seen: dateWithTime(session.seenAt, timeZone),
      isThis: session.tokenHash === sessionHash,
    })),
  }
}

function doneNotice(done: string, words: AccountWords): Notice {
  if (done === 'mat-khau') return { kind: 'ok', text: words.changedPassword }
  return done === 'phien' ? { kind: 'ok', text: words.endedOtherSessions } : null
}

/** Most browsers also claim to be Chrome or Safari, and Android also claims to be Linux: the more telling name comes first. */
const browsers = {
  Edg: 'Edge',
  OPR: 'Opera',
  coc_coc_browser: 'Cốc Cốc',
  SamsungBrowser: 'Samsung',
  Firefox: 'Firefox',
  Chrome: 'Chrome',
  Safari: 'Safari',
}
const systems = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS X', 'Linux']

/** Enough to recognise one's own device: the browser and its system. */
function browserName(agent: string): string {
  const browser = Object.entries(browsers).find(([sign]) => agent.includes(`${sign}/`))?.[1]
  const system = systems.find((name) => agent.includes(name))
  return [browser, system].filter(Boolean).join(', ') || agent.slice(0, 40)
}
