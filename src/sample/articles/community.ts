import type { SampleArticle } from '../sample.ts'

const unit = 'Trung tâm Văn hóa - Thông tin và Thể thao huyện'

/** Peoples and faiths, safety, unions, and good deeds: what neighbours do for each other. */
export const communityArticles: SampleArticle[] = [
  {
    title: 'Ba làng ở Yang Bắc mở lại lớp cồng chiêng cho thiếu nhi',
    lead: 'Bốn mươi em từ tám đến mười bốn tuổi học đánh chiêng vào tối thứ Bảy, thầy dạy là các nghệ nhân trong làng.',
    body: `Lớp từng mở cách đây vài năm rồi nghỉ vì thiếu người đứng lớp. Lần này ba làng góp chung chiêng, góp chung thầy, mỗi tháng đổi nơi học một lần.

Các em chưa được chạm vào chiêng ngay. Buổi đầu ngồi nghe, vỗ tay theo nhịp trên đùi; buổi sau gõ vào ống tre; đến buổi thứ năm mới đánh chiêng thật. Những em nhanh tai được xếp đứng cạnh em còn lạc nhịp.

> “Đánh chiêng là phải nghe người bên cạnh. Em nào đánh to quá thì chưa phải là giỏi”, một nghệ nhân dặn.

Lớp nhận cả con trai và con gái. Cuối khóa, các em sẽ đánh mở đầu đêm hội của làng.`,
    category: 'tin-tuc/dan-toc-ton-giao',
    author: 'Rơ Châm Thủy',
    unit,
    source: null,
    tags: ['cồng chiêng', 'Bahnar', 'di sản', 'trẻ em'],
    posted: { daysAgo: 2, at: '09:10' },
    cover: 'cong-chieng',
  },
  {
    title: 'Bốn dấu hiệu của cuộc gọi lừa đảo và cách trả lời',
    lead: 'Kẻ gian thường giục, dọa, đòi giữ bí mật và đòi chuyển tiền. Gặp một trong bốn dấu hiệu ấy, người nghe chỉ cần tắt máy rồi hỏi lại người nhà.',
    body: `Người gọi có thể tự xưng là cán bộ, nhân viên bưu điện hoặc người quen đang gặp nạn. Giọng nói, tên và cả ảnh đại diện đều có thể là giả.

## Bốn dấu hiệu

1. **Giục**: phải làm ngay, không kịp suy nghĩ.
2. **Dọa**: sẽ bị bắt, bị phạt, bị khóa tài khoản.
3. **Giấu**: không được kể cho ai trong nhà.
4. **Đòi**: chuyển tiền, đọc mã gửi về điện thoại, cài ứng dụng lạ.

## Nên làm gì

Tắt máy, không bấm vào liên kết, không đọc mã cho bất kỳ ai. Gọi lại cho người thân bằng số đã lưu từ trước, hoặc đến công an xã hỏi trực tiếp.

Cơ quan nhà nước không yêu cầu người dân chuyển tiền qua điện thoại. Lỡ chuyển rồi thì báo ngay cho ngân hàng và công an, đừng vì ngại mà im lặng.`,
    category: 'tin-tuc/quoc-phong-an-ninh',
    author: null,
    unit: null,
    source: { name: 'Cổng thông tin điện tử tỉnh Gia Lai', address: 'https://gialai.gov.vn' },
    tags: ['an ninh trật tự', 'phòng chống lừa đảo'],
    posted: { daysAgo: 12, at: '11:00' },
    cover: null,
  },
  {
    title: 'Đoàn viên xã Phú An giúp 16 hộ neo đơn thu hoạch mía trước mùa khô hạn',
    lead: 'Bốn tổ thanh niên thay nhau chặt, bó và đưa mía ra bờ lô trong năm ngày, kịp chuyến xe của điểm thu mua.',
    body: `Mười sáu hộ được giúp phần lớn là người già ở một mình hoặc nhà có người ốm. Mía đã chín mà thiếu tay chặt, để thêm ít hôm là khô, nhẹ cân và dễ cháy.

Mỗi tổ có mười hai đoàn viên, chia hai ca sáng sớm và chiều mát. Người chưa quen dao được xếp bó mía, nấu nước. Chi hội phụ nữ nấu cơm trưa, nhà nào có rau góp rau.

Xong ruộng cuối cùng, các tổ ở lại gom lá thành luống giữ ẩm, không đốt. Xã đoàn cho biết sẽ giữ danh sách các hộ này để vụ sau chủ động hẹn ngày giúp.`,
    category: 'tin-tuc/xay-dung-dang-mat-tran-doan-the',
    author: 'Đinh Văn Lâm',
    unit,
    source: null,
    tags: ['đoàn thanh niên', 'mía', 'Phú An'],
    posted: { daysAgo: 1, at: '15:20' },
    cover: 'dong-mia',
  },
  {
    title: 'Hai sáng kiến tiết kiệm nước tưới được chọn dự hội thi cấp tỉnh',
    lead: 'Một của người trồng rau, một của nhóm học sinh; cả hai đều làm từ vật liệu rẻ và đã dùng thử ngoài đồng.',
    body: `Sáng kiến thứ nhất là dây tưới nhỏ giọt đục lỗ bằng kim nung, nối vào thùng nước đặt cao. Người làm ra nó vừa trồng rau vừa mày mò suốt hai vụ, tính ra tiết kiệm khoảng một phần ba lượng nước so với tưới dí.

Sáng kiến thứ hai là chiếc phao báo mực nước của bốn em học sinh trung học cơ sở. Nước cạn đến vạch, phao chạm công tắc, chuông reo, người trông máy bơm biết để tắt.

> “Tụi em làm hỏng bảy cái mới được một cái. Cái thứ tám thì chuông kêu to quá, phải quấn thêm vải”, một em kể.

Hai nhóm sẵn sàng chỉ lại cách làm. Tổ, nhóm nào muốn đến xem xin nhắn qua trang [Liên hệ, góp ý](/lien-he).`,
    category: 'tin-tuc/guong-nguoi-tot-viec-tot',
    author: 'Đinh Văn Lâm',
    unit,
    source: null,
    tags: ['sáng kiến', 'tiết kiệm nước', 'học sinh'],
    posted: { daysAgo: 2, at: '16:00' },
    cover: 'ho-nuoc',
  },
]
