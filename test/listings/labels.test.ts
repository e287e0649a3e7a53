import assert from 'node:assert/strict'
import { test } from 'node:test'
import { authorsIn, freeSlug, labelsIn } from '../../src/listings/label.ts'

const bylines: [byline: string, authors: string[]][] = [
  ['Lan Hương', ['Lan Hương']],
  ['Lan Hương - Minh Đức', ['Lan Hương', 'Minh Đức']],
  ['Lan Hương – Minh Đức', ['Lan Hương', 'Minh Đức']],
  ['Siu H’Lan, Y Bluk Ênuôl và Rơ Châm H’Yéo', ['Siu H’Lan', 'Y Bluk Ênuôl', 'Rơ Châm H’Yéo']],
  ['Tin, ảnh: Lan Hương', ['Lan Hương']],
  ['Bài và ảnh: Lan Hương & Minh Đức', ['Lan Hương', 'Minh Đức']],
  ['Tin Đức', ['Tin Đức']],
  ['Sở Văn hóa, Thể thao và Du lịch', ['Sở Văn hóa, Thể thao và Du lịch']],
  ['Phòng Lao động - Thương binh và Xã hội', ['Phòng Lao động - Thương binh và Xã hội']],
  ['TTXVN', ['TTXVN']],
  ['', []],
  ['Ảnh:', []],
]

test('a byline names people, or one office', () => {
  for (const [byline, authors] of bylines) assert.deepEqual(authorsIn(byline), authors, byline)
})

test('two ways to write a tone or a capital are one label, two names with the same letters are two', () => {
  const labels = labelsIn({ tags: ['Hòa bình', 'hoà bình', 'hoa bình'], author: 'Hòa Bình' })
  assert.deepEqual(
    labels.map(({ kind, name }) => `${kind} ${name}`),
    ['tag hoà bình', 'tag hoa bình', 'author Hòa Bình'],
  )
})

test('what can have no address is no label: signs alone, and a sentence in the wrong field', () => {
  assert.deepEqual(
    labelsIn({ tags: ['!!!', '🎋', 'a'.repeat(101), 'cà phê'], author: '---' }).map(({ name }) => name),
    ['cà phê'],
  )
})

test('a name whose address is taken gets the next number', () => {
  const taken = new Set(['lan-huong', 'lan-huong-2'])
  assert.equal(
    freeSlug('Lan Hường', (slug) => taken.has(slug)),
    'lan-huong-3',
  )
  assert.equal(
    freeSlug('Lan Anh', (slug) => taken.has(slug)),
    'lan-anh',
  )
})
