import type { Page } from 'playwright-core'
import { codeAt, factorPath, phoneOf, signInPath } from '../accounts/given-factor.ts'
import type { Person } from '../support/people.ts'
import type { TestPortal } from '../support/test-portal.ts'

type Visit = [name: string, open: (page: Page) => Promise<unknown>]

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** The second factor of whoever looks, from nothing to its backup codes and back to nothing. */
export const factorPages = ({ clock }: TestPortal, { password }: Person): Visit[] => [
  ['second factor', (page) => page.goto(factorPath)],
  [
    'second factor to set up',
    async (page) => {
      await press(page, 'Bắt đầu cài')
      // Fails where the picture does not come or is none.
      await page.evaluate("document.querySelector('.qr').decode()")
    },
  ],
  [
    'second factor with a wrong code',
    async (page) => {
      await page.getByLabel('Mã sáu chữ số').fill('1')
      await press(page, 'Bật xác thực hai bước')
      await page.locator('[role=alert]').waitFor()
    },
  ],
  [
    'backup codes',
    async (page) => {
      const secret = (await page.locator('.one-time').innerText()).replaceAll(' ', '')
      await page.getByLabel('Mã sáu chữ số').fill(codeAt(secret, clock.now()))
      await press(page, 'Bật xác thực hai bước')
      await page.locator('.backup-codes').waitFor()
    },
  ],
  ['account with a second factor', (page) => page.goto('/quan-tri/tai-khoan')],
  ['second factor that is on', (page) => page.goto(factorPath)],
  [
    'second factor turned off',
    async (page) => {
      await page.locator('#turnOffPassword').fill(password)
      await press(page, 'Tắt')
      await page.getByText('Đã tắt xác thực hai bước').waitFor()
    },
  ],
]

/** What is asked after the password of somebody who has a phone. */
export async function secondStepPages(portal: TestPortal, person: Person): Promise<Visit[]> {
  await phoneOf(portal, person)
  return [
    [
      'second step',
      async (page) => {
        await page.goto(signInPath)
        await page.locator('#email').fill(person.email)
        await page.locator('#password').fill(person.password)
        await press(page, 'Đăng nhập')
        await page.locator('#code').waitFor()
      },
    ],
    [
      'second step with an issue and the place for a backup code',
      async (page) => {
        await press(page, 'Vào phòng tin')
        await page.locator('[role=alert]').waitFor()
        await page.locator('.gate summary').click()
      },
    ],
  ]
}
