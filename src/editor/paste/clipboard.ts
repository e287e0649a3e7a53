/** What a clipboard or a drag holds beside its HTML. */
export type Carried = { rtf: string; files: File[] }

export const nothingCarried: Carried = { rtf: '', files: [] }

export function carriedBy(transfer: DataTransfer | null): Carried {
  return { rtf: transfer?.getData('text/rtf') ?? '', files: [...(transfer?.files ?? [])] }
}

/** iPhones give HEIC without a type. */
export const isPicture = ({ type, name }: File): boolean => /^image\/(?!svg)/.test(type) || /\.hei[cf]$/i.test(name)

/** A screenshot has no name of its own: the clipboard calls each of them `image.png`. */
export function named(file: File, at: number): File {
  if (!/^image\.\w+$/.test(file.name)) return file
  const stamp = `${Date.now()}${at > 0 ? `-${at}` : ''}`
  return new File([file], file.name.replace('image', `anh-dan-${stamp}`), { type: file.type, lastModified: Date.now() })
}
