package org.townloop.surface.office;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.invoice.InvoiceReason;
import org.townloop.loop.invoice.Tax;
import org.townloop.loop.invoice.Taxes;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.InvoicePaper;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** How sales are taxed in a region, for merchants that say nothing else. */
@Controller
class TaxPage {

    private static final String PATH = "/office/taxes";

    private final Offices offices;
    private final Taxes taxes;

    TaxPage(Offices offices, Taxes taxes) {
        this.offices = offices;
        this.taxes = taxes;
    }

    @GetMapping(PATH)
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String saved) {
        return offices.open(
                page, actor, region, office -> View.of("office/taxes", view(office, Form.EMPTY, saved != null)));
    }

    /** Nothing in the field is: as above. */
    @PostMapping(PATH)
    View save(Page page, Actor actor, @RequestParam String region, @RequestParam MultiValueMap<String, String> typed) {
        return offices.open(page, actor, region, office -> {
            var rate = Typed.text(typed, "rate");
            var points = InvoicePaper.basisPoints(rate);
            if (!rate.isEmpty() && points.isEmpty()) {
                var refusal =
                        Refusal.of(InvoiceReason.TAX_RATE_INVALID, "rate", Map.of("max", Tax.MOST_BASIS_POINTS / 100));
                return View.of(
                        "office/taxes",
                        view(office, new Form(typed, refusal), false),
                        Problems.status(refusal.reason()));
            }
            var included = !Typed.text(typed, "included").equals("no");
            var tax = points.map(each -> new Tax(each, included)).orElse(null);
            return switch (taxes.write(actor, office.region().id(), tax)) {
                case Outcome.Done<?> _ -> View.seeOther(office.to(PATH) + "&saved=yes");
                case Outcome.Refused<?>(var refusal) ->
                    View.of(
                            "office/taxes",
                            view(office, new Form(typed, refusal), false),
                            Problems.status(refusal.reason()));
            };
        });
    }

    private TaxView view(Office office, Form form, boolean saved) {
        var own = taxes.own(office.region().id());
        return new TaxView(
                office,
                form.untouched() ? own.map(TaxPage::form).orElse(form) : form,
                taxes.of(office.region().id())
                        .map(tax -> InvoicePaper.tax(office.page(), tax))
                        .orElse(null),
                own.isPresent(),
                saved);
    }

    private static Form form(Tax tax) {
        return new Form(
                Map.of(
                        "rate", List.of(InvoicePaper.rate(tax.basisPoints())),
                        "included", List.of(tax.included() ? "yes" : "no")),
                null);
    }
}
