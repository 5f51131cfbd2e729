package org.townloop.surface.desk;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import org.townloop.loop.invoice.Invoice;
import org.townloop.loop.invoice.InvoiceDesk;
import org.townloop.loop.invoice.UblInvoice;
import org.townloop.surface.page.Download;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.InvoicePaper;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** A merchant's invoices: what stands on them, who wants one, what was issued, and taking one back. */
@Controller
class InvoicesPage {

    static final String PATH = "/desk/invoices";

    private static final MediaType CSV = new MediaType("text", "csv");

    private final Desks desks;
    private final InvoiceDesk invoices;
    private final InvoicesViews views;
    private final InvoiceFile file;
    private final Regions regions;

    InvoicesPage(Desks desks, InvoiceDesk invoices, InvoicesViews views, InvoiceFile file, Regions regions) {
        this.desks = desks;
        this.invoices = invoices;
        this.views = views;
        this.file = file;
        this.regions = regions;
    }

    @GetMapping(PATH)
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String saved) {
        return desks.open(
                page,
                actor,
                Right.RUN_PLACE,
                place,
                Desk.Tab.INVOICES,
                desk -> View.of("desk/invoices", views.of(desk, month, Form.EMPTY, null, saved != null)));
    }

    @GetMapping("/desk/invoices.csv")
    View csv(Page page, Actor actor, @RequestParam UUID place, @RequestParam(defaultValue = "") String month) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.INVOICES, desk -> {
            var shown = InvoicesViews.month(desk, month);
            return new View.Download("townloop-invoices-" + shown + ".csv", CSV, file.of(desk, shown));
        });
    }

    @PostMapping("/desk/invoices/issuer")
    View issuer(Page page, Actor actor, @RequestParam UUID place, @RequestParam MultiValueMap<String, String> typed) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.INVOICES, desk -> {
            var written = IssuerForm.read(desk.merchant(), typed)
                    .then(issuer -> invoices.write(actor, desk.place().id(), issuer));
            return switch (written) {
                case Outcome.Done<Integer> _ -> saved(desk);
                case Outcome.Refused<Integer>(var refusal) ->
                    shown(desk, new Form(typed, refusal), null, Problems.status(refusal.reason()));
            };
        });
    }

    @PostMapping("/desk/invoices/{id}/decline")
    View decline(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(defaultValue = "") String reason) {
        return answered(page, actor, place, invoices.decline(actor, id, reason));
    }

    /** @param part {@code all} that is left, or what went {@code back} since; {@code seen} in minor units */
    @PostMapping("/desk/invoices/{id}/credit")
    View credit(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam Map<String, String> typed) {
        var whole = !typed.getOrDefault("part", "").equals("back");
        var seen = typed.getOrDefault(whole ? "all" : "back", "");
        var minor = seen.matches("[0-9]{1,18}") ? Long.parseLong(seen) : -1;
        var reason = typed.getOrDefault("reason", "");
        return answered(page, actor, place, invoices.credit(actor, id, whole, minor, reason));
    }

    @GetMapping("/desk/invoices/{id}.pdf")
    ResponseEntity<byte[]> paper(Page page, Actor actor, @PathVariable UUID id) {
        var invoice = invoices.document(actor, id);
        var times = page.times().in(regions.get(invoice.region()).zone());
        var bytes = InvoicePaper.of(page, times, invoice, corrected(actor, invoice));
        return Download.of(invoice.name() + ".pdf", "application/pdf", bytes);
    }

    /** For another program to read. */
    @GetMapping("/desk/invoices/{id}.xml")
    View ubl(Actor actor, @PathVariable UUID id) {
        var invoice = invoices.document(actor, id);
        var zone = regions.get(invoice.region()).zone();
        return new View.Download(
                invoice.name() + ".xml",
                MediaType.APPLICATION_XML,
                UblInvoice.of(invoice, corrected(actor, invoice), zone));
    }

    private @Nullable String corrected(Actor actor, Invoice invoice) {
        return invoice.corrects() == null
                ? null
                : invoices.document(actor, Objects.requireNonNull(invoice.corrects()))
                        .name();
    }

    private View answered(Page page, Actor actor, @Nullable UUID place, Outcome<?> outcome) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.INVOICES, desk -> switch (outcome) {
            case Outcome.Done<?> _ -> saved(desk);
            case Outcome.Refused<?>(Refusal refusal) ->
                shown(desk, Form.EMPTY, page.refusal(refusal), Problems.status(refusal.reason()));
        });
    }

    private View shown(Desk desk, Form form, @Nullable String refusal, HttpStatus status) {
        return View.of("desk/invoices", views.of(desk, null, form, refusal, false), status);
    }

    private static View saved(Desk desk) {
        return View.seeOther(desk.to(PATH) + "&saved=yes");
    }
}
