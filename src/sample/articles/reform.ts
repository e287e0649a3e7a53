import type { SampleArticle } from '../sample.ts'

const unit = 'Văn phòng HĐND và UBND huyện'
const category = 'tin-tuc/cai-cach-hanh-chinh-chuyen-doi-so'

export const reformArticles: SampleArticle[] = [
  {
    title: 'Bộ phận một cửa thử nghiệm lấy số thứ tự qua điện thoại từ tuần tới',
    lead: 'Người dân lấy số ở nhà, gần đến lượt mới đi. Ai không dùng điện thoại thông minh vẫn lấy số tại quầy như trước.',
    body: `Việc thử nghiệm kéo dài một tháng, với hai nhóm thủ tục đông người nhất là hộ tịch và đất đai. Mỗi buổi, một nửa số lượt dành cho người lấy số qua điện thoại, một nửa cho người đến trực tiếp.

## Cách lấy số

1. Quét mã dán ở cửa hoặc mở liên kết do cán bộ xã gửi.
2. Chọn thủ tục và buổi muốn đến.
3. Giữ tin nhắn báo số; đến trễ quá mười lăm phút thì số chuyển xuống cuối buổi.

Người trên 60 tuổi, phụ nữ mang thai, người có con nhỏ và người khuyết tật được ưu tiên, không cần lấy số trước. Góp ý về cách làm này xin gửi qua trang [Liên hệ, góp ý](/lien-he).`,
    category,
    author: 'Trần Minh Châu',
    unit,
    source: null,
    tags: ['một cửa', 'chuyển đổi số'],
    posted: { daysAgo: 0, at: '06:10' },
    cover: 'mot-cua',
  },
  {
    title: 'Cán bộ một cửa học giao tiếp tiếng Jrai, tiếng Bahnar',
    lead: 'Mười hai buổi tối, mười chín cán bộ của huyện và các xã học cách chào hỏi, hỏi giấy tờ và dặn ngày hẹn bằng tiếng của người đến làm thủ tục.',
    body: `Lớp chia hai nhóm theo tiếng mà cán bộ thường gặp ở quầy. Thầy cô là giáo viên nghỉ hưu và hai già làng, giáo trình chính là những câu hỏi được ghi lại tại quầy trong một tháng.

Buổi học tiếng Jrai bắt đầu từ mặt chữ. Nhiều chữ không có trên bàn phím tiếng Việt, nên ai cũng chép tay dòng này vào trang đầu cuốn vở:

> <span lang="jra">ƀơi dêh čar, lŏn ia</span>

Học viên đọc đi đọc lại để quen với các chữ ƀ, č, ŏ, rồi mới học sang câu dài. Bảng chỉ dẫn ở quầy cũng sẽ được viết thêm hai thứ tiếng, nhờ người biết chữ trong làng đọc soát trước khi in.

> “Nghe mình chào được một câu, bà cụ cười rồi kể hết chuyện giấy tờ. Mấy lần trước cụ chỉ ngồi im”, một cán bộ xã kể.`,
    category,
    author: 'Rơ Châm Thủy',
    unit: 'Trung tâm Văn hóa - Thông tin và Thể thao huyện',
    source: null,
    tags: ['một cửa', 'tiếng Jrai', 'Bahnar'],
    posted: { daysAgo: 5, at: '09:30' },
    cover: null,
  },
  {
    title: 'Trả kết quả sớm hẹn: 9 trong 10 hồ sơ tháng trước xong trước ngày',
    lead: 'Số hồ sơ trễ hẹn giảm còn một phần ba so với cùng kỳ, chủ yếu nhờ các phòng xem hồ sơ trên máy ngay khi quầy vừa nhận.',
    body: `Trước đây hồ sơ giấy đi từ quầy đến phòng chuyên môn mất nửa ngày, có khi nằm chờ qua cuối tuần. Nay quầy chụp và chuyển ngay, phòng thấy thiếu gì thì báo lại khi người dân còn ngồi đó.

| Nhóm thủ tục | Xong trước hẹn | Đúng hẹn | Trễ hẹn |
| --- | --- | --- | --- |
| Hộ tịch, chứng thực | 97% | 3% | 0% |
| Hộ kinh doanh | 92% | 7% | 1% |
| Đất đai | 78% | 17% | 5% |

Hồ sơ đất đai còn trễ vì phải chờ đo đạc ngoài thực địa. Với những trường hợp này, cán bộ gọi điện báo trước ngày hẹn mới và nói rõ lý do, không để người dân đi lại vô ích.

Người nộp hồ sơ được mời chấm điểm bằng ba nút bấm ở quầy; kết quả dán công khai vào sáng thứ Hai hằng tuần.`,
    category,
    author: 'Trần Minh Châu',
    unit,
    source: null,
    tags: ['một cửa', 'thủ tục'],
    posted: { daysAgo: 11, at: '10:15' },
    cover: 'mot-cua',
  },
  {
    title: 'Mang bản chính đến quầy để đối chiếu, bớt một lần đi chứng thực',
    lead: 'Với nhiều thủ tục, người dân có thể nộp bản chụp kèm bản chính để cán bộ đối chiếu tại chỗ, không nhất thiết phải có bản sao chứng thực.',
    body: `Qua hỏi chuyện ở quầy, cứ ba người thì một người đi chứng thực trước cho chắc, dù thủ tục không đòi hỏi. Vừa tốn tiền, vừa mất thêm một buổi.

Từ tháng này, tờ hướng dẫn của từng thủ tục có thêm một cột ghi rõ giấy nào nộp bản chụp, giấy nào cần bản chính để xem, giấy nào bắt buộc chứng thực. Chữ in to, treo ngay cửa vào.

Cán bộ đối chiếu xong sẽ ký vào bản chụp và trả lại bản chính ngay. Nếu được yêu cầu nộp thêm giấy tờ không có trong tờ hướng dẫn, bà con cứ hỏi lại người phụ trách hoặc gọi (0269) 3 738 275.`,
    category,
    author: 'Lan Hương',
    unit,
    source: null,
    tags: ['thủ tục', 'một cửa'],
    posted: { daysAgo: 18, at: '14:40' },
    cover: null,
  },
]
