import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { told } from './told.ts'

describe('a word twice', () => {
  for (const [text, expected] of [
    ['Ý kiến của của bà con', 'của của → của'],
    ['Các các xã', 'Các các → Các'],
    ['những những những việc', 'những những những → những'],
    ['Ủy ban ban nhân dân', 'ban ban → ban'],
    ['đã triển khai triển khai kế hoạch', 'triển khai triển khai → triển khai'],
  ] as const) {
    test(`"${text}" is one too many`, () => assert.deepEqual(told(text, 'doubledWord'), [expected]))
  }

  for (const text of [
    'xanh xanh, dần dần, luôn luôn, thường thường, từ từ',
    'ngày ngày, chiều chiều, người người vỗ tay',
    'suốt năm năm',
    'chỗ để để xe',
    'mỗi tổ tổ chức một buổi',
    'xác định định hướng',
    'từng bước từng bước',
    'họp hội Hội viên',
    'của, của ai',
  ]) {
    test(`"${text}" is said so`, () => assert.deepEqual(told(text, 'doubledWord'), []))
  }
})
