import assert from 'node:assert/strict'
import type { PictureChoice } from '../../src/media/index.ts'
import { formToken, type MediaSite } from './media-site.ts'
import { inOtherBytes, plain } from './pictures.ts'

export const library = '/quan-tri/hinh-anh'
const withToken = (path: string) => `${path}?form-token=${formToken}`
export const jpeg = await plain({ width: 700, height: 500 }).jpeg().toBuffer()

export type SentFile = { name: string; bytes: Uint8Array }

export const get = (site: MediaSite, path: string) => fetch(site.origin + path, { redirect: 'manual' })

export const post = (site: MediaSite, path: string, form: Record<string, string> | [string, string][]) =>
  fetch(site.origin + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams([['form-token', formToken], ...(Array.isArray(form) ? form : Object.entries(form))]),
  })

/** As a form of files sends them. */
export function send(site: MediaSite, path: string, files: SentFile[], accept = 'text/html') {
  const body = new FormData()
  for (const { name, bytes } of files) body.append('pictures', new Blob([new Uint8Array(bytes)]), name)
  return fetch(site.origin + withToken(path), { method: 'POST', body, redirect: 'manual', headers: { accept } })
}

/** A picture of the library with all its files. */
export async function sendOne(site: MediaSite, name = 'ruộng rau.jpg', bytes: Uint8Array = inOtherBytes(jpeg)) {
  const answer = await send(site, library, [{ name, bytes }], 'application/json')
  assert.equal(answer.status, 201)
  return ((await answer.json()) as { picture: PictureChoice }).picture
}
