package org.townloop.surface.sandbox;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What was paid here lately, so that a payer finds the payment again which they want to object to. */
@Controller
@InDemoOnly
class PaymentsPage {

    private static final int SHOWN = 50;

    private final SandboxPayments payments;
    private final TemplateEngine templates;

    PaymentsPage(SandboxPayments payments, TemplateEngine templates) {
        this.payments = payments;
        this.templates = templates;
    }

    @GetMapping("/sandbox/payments")
    ResponseEntity<String> list(
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        var html = new StringOutput();
        templates.render(
                "sandbox/payments.jte", new PaymentsView(Tongue.of(lang, accepted), payments.newest(SHOWN)), html);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none';"
                                + " form-action 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(html.toString());
    }
}
