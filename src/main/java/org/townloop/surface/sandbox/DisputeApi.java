package org.townloop.surface.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What a merchant's server may say to a payer's objection. The first answer counts. */
@RestController
@InDemoOnly
class DisputeApi {

    private static final int LONGEST = 20_000;

    /** The merchant's answer, as it came. */
    record NewAnswer(@Nullable String text) {}

    private final Bench bench;
    private final MerchantAccount account;

    DisputeApi(Bench bench, MerchantAccount account) {
        this.bench = bench;
        this.account = account;
    }

    @PostMapping("/sandbox/api/disputes/{id}/answer")
    DisputeJson answer(
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @PathVariable String id,
            @RequestBody NewAnswer answer) {
        account.require(authorization);
        var text = answer.text() == null ? "" : answer.text().strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw NewPayment.Checks.wrong("text has 1 to " + LONGEST + " characters");
        }
        return bench.answer(id, text).json();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unacceptable(Unacceptable refusal) {
        return ResponseEntity.status(refusal.status()).body(refusal.body());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unreadable(HttpMessageNotReadableException e) {
        return ResponseEntity.badRequest().body(Map.of("error", "the body is no JSON of an answer"));
    }
}
