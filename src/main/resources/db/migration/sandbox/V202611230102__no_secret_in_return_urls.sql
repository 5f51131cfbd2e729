-- As with us: a gateway is told where payers come back to, and not by which secret link they began.
update sandbox.payment p
set return_url = regexp_replace(p.return_url, '/pay/[^/]+/returned$', '/pay/returned/' || i.order_id)
from payment.intent i
where p.return_url ~ '/pay/[^/]+/returned$' and p.reference = i.id::text;
-- Of payments that we do not know any more nobody comes back.
update sandbox.payment
set return_url = regexp_replace(return_url, '/pay/[^/]+/returned$', '/')
where return_url ~ '/pay/[^/]+/returned$';
