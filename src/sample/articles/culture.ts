import type { SampleArticle } from '../sample.ts'

const unit = 'Trung tâm Văn hóa - Thông tin và Thể thao huyện'

export const cultureArticles: SampleArticle[] = [
  {
    title: 'Thị trấn Đak Pơ lấy ý kiến người dân về quy ước tuyến phố văn minh',
    lead: 'Bản dự thảo dài một trang, nói về vỉa hè, rác, biển hiệu và giờ giấc. Bà con góp ý trong hai tuần, bằng giấy hoặc qua mạng.',
    body: `Quy ước áp dụng thử cho hai đoạn phố có nhiều hàng quán. Ủy ban nhân dân (UBND) thị trấn cho biết bản dự thảo được viết từ những ý kiến lặp lại nhiều nhất trong các buổi họp tổ dân phố.

## Những điểm đang hỏi ý kiến

- Chừa lối đi rộng ít nhất một mét rưỡi trên vỉa hè, xe xếp một hàng.
- Rác để trước nhà đúng giờ xe gom, buộc kín túi.
- Biển hiệu không che đèn đường và tên phố.
- Loa, karaoke tắt trước 22 giờ.

Bản in có ở nhà văn hóa các tổ dân phố. Ai bận có thể gửi ý kiến qua trang [Liên hệ, góp ý](/lien-he), ghi rõ “Góp ý quy ước”. Mọi ý kiến, kể cả ý kiến không tán thành, đều được đọc lại tại buổi họp chung.`,
    category: 'tin-tuc/van-hoa-xa-hoi',
    author: 'Đinh Văn Lâm',
    unit,
    source: null,
    tags: ['lấy ý kiến', 'thị trấn Đak Pơ', 'nếp sống văn minh'],
    posted: { daysAgo: 0, at: '06:45' },
    cover: null,
  },
  {
    title: 'Làng góp công lợp lại mái nhà rông kịp ngày hội làng',
    lead: 'Đàn ông cắt tranh, phụ nữ phơi và bó, người già ngồi chỉ cách buộc. Mái nhà rông cũ dột suốt mùa mưa nay đã kín.',
    body: `Việc lợp mái kéo dài chín ngày. Mỗi nhà góp mười bó tranh và hai ngày công; nhà neo người thì góp gạo nấu cơm chung. Khung gỗ cũ còn chắc nên chỉ thay bốn thanh rui đã mọt.

Già làng bảo khó nhất là đường nóc. Tranh phải úp hai lớp, buộc bằng dây rừng ngâm nước một đêm thì khi khô mới siết chặt. Thanh niên trong làng thay nhau leo lên học, người nào buộc đẹp được giữ lại làm tiếp.

> “Ngày trước ông dạy tôi, nay tôi dạy lại. Mái này ba mươi năm nữa mới phải thay, lúc đó các cháu phải tự làm”, già làng nói.

Đêm hội, dàn chiêng của làng sẽ đánh mừng mái mới. Khách ở xa đến chơi được mời dự, chỉ xin để xe ở bãi đất ngoài cổng làng.`,
    category: 'tin-tuc/van-hoa-xa-hoi',
    author: 'Rơ Châm Thủy',
    unit,
    source: null,
    tags: ['nhà rông', 'Bahnar', 'lễ hội'],
    posted: { daysAgo: 9, at: '16:20' },
    cover: 'nha-rong',
  },
  {
    title: 'Thư viện lưu động về bốn điểm trường mỗi tháng',
    lead: 'Chiếc xe chở sáu thùng sách dừng ở mỗi điểm trường một buổi, học sinh được mượn về nhà và trả vào lần sau.',
    body: `Bốn điểm trường được chọn đều cách trung tâm huyện hơn mười cây số. Xe đến vào đầu giờ chiều, đậu dưới bóng cây giữa sân; các em lớp lớn giúp khiêng thùng và ghi sổ mượn.

Sách tranh và truyện khoa học hết nhanh nhất. Thủ thư để thêm một thùng “sách cho ba mẹ”, gồm sách nuôi con, trồng trọt và sửa đồ trong nhà, vì nhiều phụ huynh đứng chờ con cũng muốn đọc.

Sau ba chuyến đầu, sách trả lại gần như đủ, chỉ thiếu hai cuốn do ướt mưa. Thư viện nhận sách cũ còn lành của bạn đọc vào giờ hành chính, không nhận sách giáo khoa đã viết kín.`,
    category: 'tin-tuc/van-hoa-xa-hoi',
    author: 'Rơ Châm Thủy',
    unit,
    source: null,
    tags: ['thư viện', 'văn hóa đọc', 'học sinh'],
    posted: { daysAgo: 16, at: '15:10' },
    cover: 'truong-hoc',
  },
  {
    title: 'Ghi âm sử thi kể bằng tiếng Bahnar: những người giữ giọng',
    lead: 'Suốt mười hai đêm, nhóm sưu tầm ngồi bên bếp lửa nghe người già kể sử thi và ghi lại từng đoạn, có cả tiếng củi nổ và tiếng trẻ con cười.',
    body: `Sử thi Bahnar được kể và hát bằng trí nhớ, có khi một chuyện dài hơn ba đêm. Người kể trẻ nhất mà nhóm gặp cũng đã ngoài sáu mươi tuổi.

![](anh:cong-chieng)
![](anh:nha-rong)

Nhóm không dựng phòng thu. Người kể ngồi ở chỗ quen thuộc trong nhà, máy ghi âm để trên gùi, ai muốn nghe thì cứ vào. Nhờ vậy giọng kể tự nhiên, đoạn vui người nghe cười theo, đoạn buồn thì lặng đi.

> “Kể cho cái máy thì tôi quên. Kể cho tụi nhỏ thì chữ nó tự về”, một nghệ nhân nói.

Bản ghi được chép thành ba bộ: một bộ trả lại làng, một bộ để ở thư viện huyện, một bộ lưu trữ. Phần phiên âm và dịch sẽ làm sau, có người kể cùng nghe lại và sửa.`,
    category: 'tin-tuc/van-hoa-xa-hoi',
    author: 'Rơ Châm Thủy',
    unit,
    source: null,
    tags: ['sử thi', 'Bahnar', 'di sản'],
    posted: { daysAgo: 21, at: '19:30' },
    cover: null,
  },
]
