import type { SampleArticle } from '../sample.ts'

export const schoolAndHealthArticles: SampleArticle[] = [
  {
    title: 'Tủ sách dùng chung thêm 1.200 đầu sách cho trường vùng khó',
    lead: 'Sách do các trường ở trung tâm, phụ huynh và bạn đọc góp lại, được chia theo danh sách mà chính học sinh vùng khó đã viết ra.',
    body: `Trước khi quyên góp, thư viện các trường vùng khó phát cho mỗi lớp một tờ giấy hỏi: em muốn đọc gì. Danh sách gửi về nhiều nhất là truyện tranh lịch sử, sách về con vật, sách dạy vẽ và từ điển.

Nhờ biết trước, sách góp về ít trùng. Số bị rách được các cô thư viện và học sinh lớp lớn dán lại trong ba buổi chiều. Mỗi cuốn có một túi giấy ở bìa sau để ghi tên người mượn.

Sách luân chuyển giữa các trường theo quý, nên một trường nhỏ cũng được đọc nhiều hơn số sách mình giữ. Trường nào nhận thì trường ấy đọc trước rồi viết vài dòng giới thiệu cho bạn ở trường sau.`,
    category: 'tin-tuc/giao-duc',
    author: 'Đinh Văn Lâm',
    unit: 'Trung tâm Văn hóa - Thông tin và Thể thao huyện',
    source: null,
    tags: ['văn hóa đọc', 'học sinh', 'vùng khó'],
    posted: { daysAgo: 3, at: '10:05' },
    cover: 'truong-hoc',
  },
  {
    title: 'Trạm y tế các xã khám sàng lọc miễn phí cho người trên 60 tuổi trong tháng tới',
    lead: 'Mỗi xã khám hai buổi, đo huyết áp, thử đường huyết, kiểm tra mắt. Người yếu, khó đi lại được khám tại nhà.',
    body: `Lịch cụ thể do từng trạm báo qua loa truyền thanh và nhân viên y tế thôn. Bà con nên đến trước 9 giờ và nhịn ăn sáng để kết quả thử đường huyết được chính xác.

## Khi đi khám nên mang theo

- Thẻ bảo hiểm y tế và giấy tờ tùy thân, nếu có.
- Thuốc đang uống, để nguyên vỉ hoặc nguyên lọ.
- Kính đang đeo, sổ khám cũ.

Sau khi khám, mỗi người được phát một tờ giấy ghi kết quả bằng chữ to, nói rõ việc cần làm tiếp. Trường hợp cần lên tuyến trên, trạm y tế viết giấy chuyển ngay tại chỗ.

Gia đình có người già nằm một chỗ xin báo trước cho nhân viên y tế thôn để trạm sắp người đến nhà.`,
    category: 'tin-tuc/y-te',
    author: 'Lan Hương',
    unit: 'Văn phòng HĐND và UBND huyện',
    source: null,
    tags: ['người cao tuổi', 'khám sàng lọc', 'trạm y tế'],
    posted: { daysAgo: 1, at: '10:10' },
    cover: null,
  },
]
