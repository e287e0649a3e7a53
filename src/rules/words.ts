const vi = {
  title: 'Quy tắc phòng tin',
  intro: 'Ai duyệt tin, ai được đăng, bạn đọc được làm gì. Thay đổi có hiệu lực ngay.',
  gates: 'Số bước duyệt',
  oneGate: 'Một bước: gửi duyệt, rồi duyệt và đăng',
  twoGates: 'Hai bước: gửi duyệt, biên tập duyệt, rồi lãnh đạo duyệt và đăng',
  others: 'Các quy tắc khác',
  fourEyes: 'Không ai tự duyệt bài do mình gửi',
  fourEyesHelp:
    'Khi cần gấp, người có vai trò xuất bản vẫn đăng ngay được; bài hiện dấu đỏ cho đến khi có người duyệt lại.',
  readerReports: 'Bạn đọc được báo lỗi trong bài',
  readerReportsHelp: 'Cuối mỗi bài có nút “Báo lỗi”. Báo lỗi không hiện công khai; phòng tin trả lời trong mười ngày.',
  secondFactor: 'Mọi cán bộ phải dùng xác thực hai bước',
  secondFactorHelp: 'Ai chưa cài sẽ được mời cài ngay ở lần đăng nhập sau.',
  save: 'Lưu quy tắc',
  saved: 'Đã lưu quy tắc.',
  on: 'bật',
  off: 'tắt',
}

export type RulesWords = typeof vi

const en: RulesWords = {
  title: 'Newsroom rules',
  intro: 'Who reviews, who publishes, what readers may do. Changes count at once.',
  gates: 'Steps of approval',
  oneGate: 'One: submit, then approve and publish',
  twoGates: 'Two: submit, an editor reviews, then a publisher approves and publishes',
  others: 'Other rules',
  fourEyes: 'Nobody approves what she submitted',
  fourEyesHelp:
    'In an emergency a publisher can still publish at once; the article stays red until somebody countersigns.',
  readerReports: 'Readers may report errors in articles',
  readerReportsHelp:
    'Each article ends with “Report an error”. Reports are never public; the newsroom answers within ten days.',
  secondFactor: 'All staff must sign in with a second factor',
  secondFactorHelp: 'Whoever has none is asked to set one up at the next sign-in.',
  save: 'Save rules',
  saved: 'Rules saved.',
  on: 'on',
  off: 'off',
}

export const rulesWords = { vi, en }
