import { sendInParts } from '../../../public/scripts/upload-parts.js'

/** What the media room answers about a picture that it keeps. */
export type KeptPicture = { id: number }
export type Sent = { picture: KeptPicture } | { issue: string }
export type SendPicture = (file: File) => Promise<Sent>

/**
 * Sends a picture as the form of the picture dialog does: to its address, with its form token, within its limit, and with its
 * sentences where that fails.
 */
export const sendAs =
  (form: HTMLFormElement): SendPicture =>
  async (file) => {
    const { upload = '', maxBytes, tooLarge = '', notSent = '' } = form.dataset
    if (file.size > Number(maxBytes)) return { issue: tooLarge }
    const token = new URL(form.action).searchParams
    const answer = await sendInParts(upload, token, file, { onProgress: () => {}, onWaiting: () => {} })
    if (answer === null) return { issue: notSent }
    return answer.picture ? { picture: answer.picture } : { issue: answer.issue ?? notSent }
  }
