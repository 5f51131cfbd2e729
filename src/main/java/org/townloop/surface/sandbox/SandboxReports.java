package org.townloop.surface.sandbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was booked on a day, for the merchant to compare its own books with. */
@RestController
@InDemoOnly
class SandboxReports {

    private final Book book;
    private final MerchantAccount account;

    SandboxReports(Book book, MerchantAccount account) {
        this.book = book;
        this.account = account;
    }

    /** A day that is not over has the lines that came so far. */
    @GetMapping("/sandbox/api/report")
    ReportJson report(
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String after) {
        account.require(authorization);
        return book.of(day(day), after.isEmpty() ? null : number(after));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unacceptable(Unacceptable refusal) {
        return ResponseEntity.status(refusal.status()).body(refusal.body());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Unacceptable(HttpStatus.UNPROCESSABLE_CONTENT, "day is a date, e.g. 2026-11-27");
        }
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new Unacceptable(HttpStatus.UNPROCESSABLE_CONTENT, "after is what an earlier page said in next");
        }
        return Long.parseLong(text);
    }
}
