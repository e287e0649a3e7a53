import type { Editor, Extensions } from '@tiptap/core'
import type { Shelf } from './view/shelf.ts'

export type ChosenPicture = { id: number; alternativeText: string }

/** What the edit page gives to the editor. */
export type Desk = {
  form: HTMLFormElement
  /** The field that the form sends; it holds Markdown and stays the truth. */
  field: HTMLTextAreaElement
  toolbar: HTMLElement
  shelf: Shelf
  /** A copy of `<template data-part="…">`, which the page brings with its words. */
  part(name: string): HTMLElement
  /** A dialog `<dialog data-ask="…">` of the page. */
  dialog(name: string): HTMLDialogElement
  /** Lets somebody choose a picture from the library. */
  choosePicture(then: (picture: ChosenPicture) => void): void
  /** Several, told at once when she has done; none where she changed her mind. */
  choosePictures(then: (pictures: ChosenPicture[]) => void): void
}

/** A button of the toolbar, `<button data-tool="…">`. */
export type Tool = {
  run(editor: Editor): void
  isPressed?(editor: Editor): boolean
  isUsable?(editor: Editor): boolean
}

/** One thing that the editor can do. An extension with the name of a construct takes its place. */
export type Feature = {
  /** Once, before there is an editor: whoever prefers the source may never open it. */
  begin?(desk: Desk): void
  extensions?(desk: Desk): Extensions
  tools?(desk: Desk): Record<string, Tool>
}
