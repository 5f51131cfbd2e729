-- Reconciliation asks what a gateway has moved between two moments.
create index intent_captured on payment.intent (gateway, closed_at, id) where state = 'CAPTURED';
create index refund_succeeded on payment.refund (closed_at, id) where state = 'SUCCEEDED';
