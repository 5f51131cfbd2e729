package org.townloop.surface.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a merchant's server may call, with its key as bearer. All of it may be repeated: references are unique. */
@RestController
@InDemoOnly
@RequestMapping("/sandbox/api/payments")
class SandboxApi {

    private final Till till;
    private final SandboxPayments payments;
    private final MerchantAccount account;
    private final PeerSettings settings;

    SandboxApi(Till till, SandboxPayments payments, MerchantAccount account, PeerSettings settings) {
        this.till = till;
        this.payments = payments;
        this.account = account;
        this.settings = settings;
    }

    @PostMapping
    ResponseEntity<PaymentJson> open(
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @RequestBody NewPayment request,
            HttpServletRequest http)
            throws InterruptedException {
        account.require(authorization);
        var payment = till.open(request.checked());
        if (payment.quirk() == Payment.Quirk.TIMES_OUT) {
            keepWaiting(settings.silence());
            return ResponseEntity.status(HttpStatus.GATEWAY_TIMEOUT).build();
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(json(payment, http));
    }

    @GetMapping("/{reference}")
    PaymentJson payment(
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @PathVariable String reference,
            HttpServletRequest http) {
        account.require(authorization);
        return json(find(reference), http);
    }

    @PostMapping("/{reference}/refunds")
    ResponseEntity<RefundJson> refund(
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @PathVariable String reference,
            @RequestBody NewRefund request)
            throws InterruptedException {
        account.require(authorization);
        var wanted = request.checked();
        var payment = find(reference);
        var isFirst = payments.refundOf(payment, wanted.reference()).isEmpty();
        var refund = till.refund(payment, wanted);
        if (isFirst && wanted.quirk() == NewRefund.Quirk.LOST) {
            keepWaiting(settings.silence());
            return ResponseEntity.status(HttpStatus.GATEWAY_TIMEOUT).build();
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(refund);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unacceptable(Unacceptable refusal) {
        return ResponseEntity.status(refusal.status()).body(refusal.body());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unreadable(HttpMessageNotReadableException e) {
        return ResponseEntity.badRequest().body(Map.of("error", "the body is no JSON of a payment or refund"));
    }

    static void keepWaiting(Duration silence) throws InterruptedException {
        Thread.sleep(silence);
    }

    private Payment find(String reference) {
        return payments.byReference(reference)
                .orElseThrow(() -> new Unacceptable(HttpStatus.NOT_FOUND, "no payment has this reference"));
    }

    private PaymentJson json(Payment payment, HttpServletRequest http) {
        var base = settings.publicUrl().isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(http).build().toUriString()
                : settings.publicUrl();
        return PaymentJson.of(payment, account.merchant(), base + "/sandbox/pay/" + payment.id());
    }
}
