alter table notice.notice
    drop constraint notice_kind_check,
    add constraint notice_kind_check check (kind in ('NEW_ORDER', 'PAID', 'REMINDER', 'CANCELLED', 'REFUNDED', 'REPLY',
        'CHANGED', 'WITHDRAWN_USED', 'CONFLICT', 'NO_SHOW', 'REVIEW_ASKED', 'MERCHANT_VERIFIED', 'MERCHANT_REFUSED',
        'PAY_LINK'));
