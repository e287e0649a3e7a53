import {
  inviteStaff,
  isEmail,
  isRole,
  oneTimeLink,
  passwordFlaw,
  renewInvitation,
  resetStaff,
  roles,
  type StaffTools,
  setPassword,
  staffReader,
} from '../accounts/index.ts'

/** A wrong call of a command, told to the operator in one sentence. */
export class CommandFault extends Error {}

export type NewStaff = { email: string; name: string; role: string; password: string | null }

/** Gives the path of a one-time link, or null when the password was set at once. */
export async function addStaff(tools: StaffTools, { email, name, role, password }: NewStaff): Promise<string | null> {
  if (!isEmail(email)) throw new CommandFault(`--email ${email}: không phải thư điện tử (not an email)`)
  if (!isRole(role)) throw new CommandFault(`--role ${role}: ${roles.join(', ')}`)
  if (name.trim() === '') throw new CommandFault('--name: viết họ và tên (enter the full name)')
  if (await staffReader(tools.database.read).findByEmail(email))
    throw new CommandFault(`${email} đã có tài khoản (has an account)`)
  if (password !== null) assertGood(password, email, name)

  const { id, token } = await inviteStaff(tools, null, { email, name: name.trim(), role })
  if (password === null) return oneTimeLink(token)
  const staff = await staffReader(tools.database.read).find(id)
  if (staff) await setPassword(tools, null, staff, password, null)
  return null
}

/** A new password at once, which ends her sessions, or the path of a one-time link with which she sets one. */
export async function changePassword(
  tools: StaffTools,
  email: string,
  password: string | null,
): Promise<string | null> {
  const found = await staffReader(tools.database.read).findByEmail(email)
  if (!found) throw new CommandFault(`${email}: không có tài khoản này (no such account)`)
  if (password === null) return oneTimeLink(await renewInvitation(tools, null, found.staff))
  assertGood(password, email, found.staff.name)
  await setPassword(tools, null, found.staff, password, null)
  return null
}

/** For whoever is locked out; gives the path of a one-time link. See `resetStaff` for what goes. */
export async function letInAgain(tools: StaffTools, email: string): Promise<string> {
  const found = await staffReader(tools.database.read).findByEmail(email)
  if (!found) throw new CommandFault(`${email}: không có tài khoản này (no such account)`)
  if (found.staff.closedAt)
    throw new CommandFault(`${email}: tài khoản đã khóa; mở lại ở trang Cán bộ (closed; reopen it on the staff page)`)
  return oneTimeLink(await resetStaff(tools, found.staff))
}

function assertGood(password: string, email: string, name: string) {
  const flaw = passwordFlaw(password, [email, name])
  if (flaw)
    throw new CommandFault(
      `Mật khẩu chưa đạt (${flaw}): ít nhất 10 ký tự, khó đoán (at least 10 characters, hard to guess)`,
    )
}
