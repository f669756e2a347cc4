//! The syllables that rules name.

/// Every syllable that a rule names, folded, in the new tone-mark style; sorted, each once.
pub(crate) const WORDS: &[&str] = &[
    "al", "an", "anh", "app", "arena", "au", "awards", "ba", "ban", "bang", "bank", "bao", "bay",
    "bch", "bcđ", "bin", "binh", "biên", "biết", "biển", "biểu", "bql", "buổi", "bv", "bà", "bài",
    "bàn", "bào", "bày", "bách", "bán", "báo", "bí", "bạn", "bản", "bảng", "bảo", "bảy", "bất",
    "bầu", "bậc", "bắc", "bằng", "bệnh", "bỉ", "bị", "bố", "bốn", "bổ", "bổng", "bộ", "bởi", "bữa",
    "ca", "cam", "cao", "ceo", "champions", "chi", "chia", "chiếc", "chiến", "chiều", "cho",
    "chptkv", "chung", "chuyên", "chuyến", "chuyển", "chào", "chánh", "cháu", "cháy", "chí",
    "chín", "chính", "chạp", "chấp", "chẩn", "chậm", "chế", "chỉ", "chỉnh", "chị", "chống", "chục",
    "chủ", "chủng", "chức", "chứng", "chừng", "chữ", "chữa", "clb", "clip", "con", "corporation",
    "covid", "cp", "csgt", "ctcp", "cty", "cup", "cuối", "cuộc", "các", "cách", "cán", "cáo",
    "câu", "còn", "có", "cô", "công", "cùng", "cúp", "cđ", "cũ", "cũng", "cơ", "cương", "cải",
    "cảnh", "cấp", "cầm", "cần", "cầu", "cận", "cổ", "cục", "của", "cứu", "cửa", "da", "danh",
    "de", "del", "den", "der", "di", "diễn", "dn", "dntn", "do", "doanh", "dos", "du", "duyệt",
    "dân", "dây", "dưới", "dẫn", "dậy", "dịch", "dịp", "dọc", "el", "em", "eu", "europa", "fta",
    "g", "galaxy", "gia", "giai", "giao", "giàn", "giá", "giám", "giáo", "giêng", "gió", "giường",
    "giải", "giảm", "giới", "giờ", "giữ", "giữa", "gái", "góc", "gần", "gặp", "gọi", "gồm", "gửi",
    "h", "ha", "hai", "hay", "hiện", "hiệp", "hiệu", "hktt", "hoàng", "hoạt", "hoặc", "htx",
    "huyện", "hv", "hàm", "hàn", "hàng", "hành", "hãng", "hè", "hình", "hóa", "hôm", "hđnd",
    "hđqt", "hđtv", "hơn", "hương", "hướng", "hưởng", "hạ", "hạng", "hải", "hằng", "hết", "hệ",
    "họ", "học", "họp", "hồ", "hồi", "hỗ", "hộ", "hội", "hợp", "hữu", "ibn", "is", "khi", "khoa",
    "khoán", "khoản", "khoảng", "khu", "khuyến", "khách", "khóa", "khóm", "không", "khơi", "khẩn",
    "khẩu", "khắc", "khẳng", "khối", "khởi", "kia", "kinh", "kiêm", "kiến", "kiều", "kiểm", "km",
    "kênh", "kì", "ký", "kết", "kể", "kỉ", "kỳ", "kỷ", "la", "league", "liên", "loại", "luận",
    "luật", "là", "làm", "làn", "lào", "lâm", "lãnh", "lô", "lúc", "lý", "lăm", "lưu", "lương",
    "lượng", "lạc", "lần", "lập", "lễ", "lệnh", "lịch", "lộ", "lớn", "lớp", "lời", "lực", "m",
    "mai", "maps", "messenger", "metro", "miền", "mttq", "mtv", "mu", "mua", "music", "muộn", "mà",
    "máy", "mùa", "mùng", "mươi", "mười", "mại", "mạng", "mạnh", "mấy", "mẫu", "mắt", "mặt", "mẹ",
    "mốc", "mốt", "mồng", "mỗi", "một", "mới", "mục", "mừng", "mỹ", "nam", "nay", "nga", "ngay",
    "nghiên", "nghiệp", "nghìn", "nghĩa", "nghị", "ngoài", "ngoái", "ngoại", "nguyên", "nguồn",
    "ngành", "ngày", "ngân", "ngư", "người", "ngờ", "ngụ", "ngữ", "nh", "nhiều", "nhiệm", "nhà",
    "nhánh", "nhân", "nhì", "nhìn", "nhóm", "nhăm", "như", "nhưng", "nhấn", "nhất", "nhận", "nhật",
    "nhằm", "nhịp", "những", "niên", "niệm", "nào", "này", "nên", "nêu", "nói", "núi", "năm",
    "nơi", "nước", "nếu", "nền", "nối", "nổi", "nội", "nửa", "nữ", "nữa", "online", "p", "pay",
    "phiên", "phong", "phái", "pháp", "phát", "phân", "phép", "phê", "phía", "phòng", "phó",
    "phóng", "phút", "phương", "phường", "phạm", "phải", "phản", "phần", "phố", "phối", "phục",
    "phủ", "play", "ptkv", "pv", "qh", "qua", "quan", "quy", "quyết", "quyền", "quán", "quân",
    "quê", "quý", "quản", "quận", "quốc", "quỹ", "ra", "real", "riêng", "rõ", "rưỡi", "rằm",
    "rằng", "rồi", "rời", "sang", "sau", "sinh", "sn", "snapdragon", "soạn", "store", "sung",
    "suzuki", "suốt", "sáng", "sát", "sáu", "séc", "sông", "sĩ", "sạn", "sắp", "sắt", "sẻ", "sẽ",
    "số", "sớm", "sở", "sứ", "sửa", "sự", "t", "ta", "tand", "tc", "tcn", "tct", "ter", "tham",
    "thanh", "the", "theo", "thi", "thoát", "thoại", "thuận", "thuộc", "thành", "thác", "thái",
    "tháng", "thêm", "thì", "thí", "thôn", "thông", "thăm", "thư", "thương", "thường", "thưởng",
    "thượng", "thẩm", "thập", "thắng", "thế", "thị", "thống", "thời", "thủy", "thứ", "thức",
    "thực", "tin", "tiên", "tiêu", "tiến", "tiếng", "tiếp", "tiểu", "tk", "tnhh", "toàn", "toán",
    "tp", "tphcm", "tra", "trai", "translate", "trinh", "triều", "triệu", "trong", "trung", "trái",
    "trên", "trình", "trí", "tròn", "trú", "trăm", "trưa", "trương", "trước", "trường", "trưởng",
    "trạm", "trả", "trấn", "trận", "trị", "trở", "trực", "tuy", "tuyên", "tuyến", "tuần", "tuổi",
    "tw", "ty", "tàu", "tác", "tám", "tâm", "tây", "tên", "tìm", "tình", "tích", "tòa", "tô",
    "tôi", "tăng", "tư", "tướng", "tại", "tạo", "tạp", "tầng", "tập", "tắt", "tế", "tết", "tỉ",
    "tỉnh", "tịch", "tỏ", "tố", "tốc", "tối", "tốt", "tồn", "tổ", "tổng", "tộc", "tới", "tờ",
    "tức", "từ", "từng", "tử", "tự", "tỷ", "u", "ub", "ubnd", "vaccine", "van", "vay", "ven",
    "video", "visa", "viên", "viết", "việc", "viện", "việt", "vksnd", "vn", "von", "vua", "và",
    "vài", "vào", "vì", "vòng", "vùng", "văn", "vương", "vạn", "vận", "về", "vệ", "vị", "vịnh",
    "với", "vụ", "vừa", "vực", "w", "watch", "world", "xe", "xem", "xin", "xn", "xuân", "xuất",
    "xây", "xã", "xí", "xóa", "xóm", "xô", "xúc", "xử", "yêu", "án", "áo", "âm", "ích", "ít",
    "ông", "úc", "ý", "đang", "đh", "điều", "điểm", "điện", "đoàn", "đoạn", "đsq", "đài", "đàn",
    "đào", "đán", "đây", "đã", "đãi", "đêm", "đó", "đông", "đúng", "đăng", "đơn", "đưa", "đường",
    "được", "đại", "đạo", "đảng", "đảo", "đất", "đầu", "đặc", "đến", "đề", "để", "địa", "định",
    "đọc", "đốc", "đối", "đồn", "đồng", "đổi", "độ", "đội", "động", "đức", "ư", "ưu", "ương",
    "ảnh", "ấn", "ấp", "ở", "ủy", "ứng",
];

#[cfg(test)]
mod tests {
    use super::WORDS;

    #[test]
    fn words_are_sorted_and_unique() {
        let wrong: Vec<_> = WORDS.windows(2).filter(|w| w[0] >= w[1]).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
