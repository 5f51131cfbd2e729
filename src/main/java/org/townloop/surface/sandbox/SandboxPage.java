package org.townloop.surface.sandbox;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.surface.sandbox.Till.Choice;

/** The page on which the payer pays. Who knows its address may pay, as with any gateway; the address is random. */
@Controller
@InDemoOnly
@RequestMapping("/sandbox/pay/{id}")
class SandboxPage {

    private final Till till;
    private final SandboxPayments payments;
    private final SandboxDisputes disputes;
    private final Bench bench;
    private final PeerSettings settings;
    private final TemplateEngine templates;

    SandboxPage(
            Till till,
            SandboxPayments payments,
            SandboxDisputes disputes,
            Bench bench,
            PeerSettings settings,
            TemplateEngine templates) {
        this.till = till;
        this.payments = payments;
        this.disputes = disputes;
        this.bench = bench;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping
    ResponseEntity<String> show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        var tongue = Tongue.of(lang, accepted);
        return payments.byId(id)
                .map(payment -> page(HttpStatus.OK, tongue, payment))
                .orElseGet(() -> unknown(tongue));
    }

    @PostMapping
    ResponseEntity<String> choose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted)
            throws InterruptedException {
        var tongue = Tongue.of(lang, accepted);
        var payment = payments.byId(id).orElse(null);
        var choice = choice(outcome).orElse(null);
        if (payment == null) {
            return unknown(tongue);
        }
        return choice == null
                ? page(HttpStatus.UNPROCESSABLE_CONTENT, tongue, payment)
                : after(choice, till.choose(payment, choice), tongue);
    }

    /** The payer objects, or somebody decides about that. */
    @PostMapping("/dispute")
    ResponseEntity<String> dispute(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        var tongue = Tongue.of(lang, accepted);
        var payment = payments.byId(id).orElse(null);
        if (payment == null) {
            return unknown(tongue);
        }
        switch (act) {
            case "open" -> bench.object(payment, Dispute.REASONS.contains(reason) ? reason : "other");
            case "won" -> bench.decide(payment, DisputeState.WON);
            case "lost" -> bench.decide(payment, DisputeState.LOST);
            default -> {
                return page(HttpStatus.UNPROCESSABLE_CONTENT, tongue, payment);
            }
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/sandbox/pay/" + payment.id() + "?lang=" + tongue.language()))
                .build();
    }

    private ResponseEntity<String> after(Choice choice, Payment payment, Tongue tongue) throws InterruptedException {
        if (payment.state() == PaymentState.DECLINED) {
            return page(HttpStatus.OK, tongue, payment);
        }
        if (choice == Choice.TIMEOUT) {
            SandboxApi.keepWaiting(settings.silence());
            return page(HttpStatus.GATEWAY_TIMEOUT, tongue, payment);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(payment.returnUrl()))
                .build();
    }

    private static Optional<Choice> choice(String outcome) {
        return Arrays.stream(Choice.values())
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(outcome))
                .findFirst();
    }

    private ResponseEntity<String> page(HttpStatus status, Tongue tongue, Payment payment) {
        return html(
                status,
                "sandbox/pay.jte",
                new PaymentView(
                        tongue, payment, disputes.of(payment), settings.late(), status == HttpStatus.GATEWAY_TIMEOUT),
                payment.returnUrl());
    }

    private ResponseEntity<String> unknown(Tongue tongue) {
        return html(HttpStatus.NOT_FOUND, "sandbox/unknown.jte", tongue, "");
    }

    /** A form may lead to this page and back to where the payer came from, and nowhere else. */
    private ResponseEntity<String> html(HttpStatus status, String template, Object model, String returnUrl) {
        var html = new StringOutput();
        templates.render(template, model, html);
        var origin = returnUrl.isEmpty()
                ? ""
                : " " + URI.create(returnUrl).resolve("/").toString().replaceAll("/$", "");
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; base-uri 'none'; "
                                + "frame-ancestors 'none'; form-action 'self'" + origin)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(html.toString());
    }
}
