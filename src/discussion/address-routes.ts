import type { Request } from 'express'
import { notFound } from '../site/faults.ts'
import { idFrom } from '../site/forms.ts'
import type { StaffMember } from '../site/staff-router.ts'
import type { DiscussionTools } from './index.ts'

/** The article of the address, for somebody who may work on it; to anybody else it does not exist. */
export async function articleIn(
  req: Request,
  { mayOpen }: Pick<DiscussionTools, 'mayOpen'>,
  staff: StaffMember,
): Promise<{ id: number; title: string }> {
  const id = idFrom(req.params['id']) ?? notFound()
  const { title } = (await mayOpen(id, staff)) ?? notFound()
  return { id, title }
}
