create index voucher_by_resident on voucher.voucher (resident_id, issued_at);
