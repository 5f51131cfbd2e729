-- Where payers come back to named the secret link by which they began: whoever read it here, or in a backup, had the link.
-- The order's number is enough: the browser that left knows the link.
update payment.intent
set return_url = regexp_replace(return_url, '/pay/[^/]+/returned$', '/pay/returned/' || order_id)
where return_url ~ '/pay/[^/]+/returned$';
