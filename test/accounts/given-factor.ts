import assert from 'node:assert/strict'
import { Secret, TOTP } from 'otpauth'
import { inTransaction } from '../../src/database/index.ts'
import { rulesWriter } from '../../src/rules/rules-store.ts'
import type { Answer, Client } from '../support/client.ts'
import type { Person } from '../support/people.ts'
import type { TestPortal } from '../support/test-portal.ts'

export const factorPath = '/quan-tri/tai-khoan/xac-thuc'
export const stepPath = '/quan-tri/dang-nhap/ma'
export const signInPath = '/quan-tri/dang-nhap'

/** What the app on her phone shows; `stepsAway` counts in thirty seconds. */
export const codeAt = (secret: string, instant: string, stepsAway = 0): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.parse(instant) + stepsAway * 30_000 })

export type Phone = { secret: string; backupCodes: string[]; code(stepsAway?: number): string }

/** Set up through the pages, as she does it. The code that she confirmed with counts as used, so a minute passes. */
export async function phoneOf(portal: TestPortal, person: Person): Promise<Phone> {
  const browser = portal.as(person)
  await browser.post(`${factorPath}/bat-dau`)
  const secret = secretOn(await browser.get(factorPath))
  const code = (stepsAway = 0) => codeAt(secret, portal.clock.now(), stepsAway)
  const answer = await browser.post(factorPath, { code: code() })
  portal.clock.advance({ minutes: 1 })
  return { secret, code, backupCodes: codesOn(answer) }
}

export function secretOn(answer: Answer): string {
  const spelled = /<code class="one-time">([A-Z2-7 ]+)<\/code>/.exec(answer.main())?.[1]
  return spelled?.replaceAll(' ', '') ?? assert.fail(`no secret: ${answer.status}`)
}

export const codesOn = (answer: Answer): string[] =>
  [...answer.main().matchAll(/<li><code>([^<]+)<\/code><\/li>/g)].map((found) => found[1] ?? '')

/** The password alone, which leads to the question for the code. */
export async function givePassword(browser: Client, { email, password }: Person, tiep = '/quan-tri'): Promise<Answer> {
  const answer = await browser.post(signInPath, { email, password, tiep })
  assert.equal(answer.location?.split('?')[0], stepPath)
  return answer
}

/** As an administrator would on the page of the rules. */
export async function requireFactor({ database, clock }: TestPortal, secondFactor = true) {
  await inTransaction(database, (transaction) =>
    rulesWriter(transaction, clock.now()).change({ gates: 1, fourEyes: false, readerReports: false, secondFactor }),
  )
}

export async function actsOf({ database }: TestPortal): Promise<string[]> {
  const rows = await database.write.selectFrom('audit_lines').select(['act', 'staff_name']).orderBy('id').execute()
  return rows.map(({ act, staff_name: who }) => `${who}: ${act}`)
}
