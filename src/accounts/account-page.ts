import { type Field, field, type Issue, type IssueSummary, issueSummary, type Notice } from '../site/forms.ts'
import { dateWithTime } from '../text/dates.ts'
import { deviceName } from './device.ts'
import { newPasswordFields } from './gate-page.ts'
import { endOtherSessionsPath, endSessionPath, ownPasswordPath, secondFactorPath } from './paths.ts'
import type { SecondFactorWords } from './second-factor-words.ts'
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
  secondFactor: { title: string; intro: string; isOn: boolean; standing: string; path: string; manage: string }
  sessions: { device: string; address: string; since: string; seen: string; isThis: boolean; endAction: string }[]
}

type AccountPageParts = {
  sessions: Session[]
  sessionHash: string
  hasSecondFactor: boolean
  issues: Issue[]
  done: string
  timeZone: string
  words: AccountWords
  factorWords: SecondFactorWords
  toFix: (count: number) => string
}

export function accountPage(parts: AccountPageParts): AccountPage {
  const { sessions, sessionHash, hasSecondFactor, issues, done, timeZone, words, factorWords, toFix } = parts
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
    secondFactor: {
      title: factorWords.title,
      intro: factorWords.intro,
      isOn: hasSecondFactor,
      standing: hasSecondFactor ? factorWords.isOn : factorWords.isOff,
      path: secondFactorPath,
      manage: factorWords.manage,
    },
    sessions: sessions.map((session) => ({
      device: deviceName(session.browser, words.on),
      address: session.address,
      since: dateWithTime(session.createdAt, timeZone),
      seen: dateWithTime(session.seenAt, timeZone),
      isThis: session.tokenHash === sessionHash,
      endAction: endSessionPath(session.id),
    })),
  }
}

function doneNotice(done: string, words: AccountWords): Notice {
  if (done === 'mat-khau') return { kind: 'ok', text: words.changedPassword }
  if (done === 'mot-phien') return { kind: 'ok', text: words.endedSession }
  return done === 'phien' ? { kind: 'ok', text: words.endedOtherSessions } : null
}
