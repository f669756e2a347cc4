//! Buildings and monuments whose names are composed: `Nhà khách Quốc gia Akasaka`, `Nghĩa trang liệt sĩ phường Hoài Hảo`.
