package org.townloop.surface.desk;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.invoice.FapiaoDesk;
import org.townloop.loop.invoice.InvoiceDesk;
import org.townloop.surface.page.Download;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** The fapiao that residents ask for: with the amounts that were had, noted once the merchant's software has written them. */
@Controller
class FapiaoPage {

    static final String PATH = "/desk/fapiao";

    private static final MediaType CSV = new MediaType("text", "csv");

    private final Desks desks;
    private final FapiaoDesk fapiao;
    private final InvoiceDesk invoices;
    private final FapiaoViews views;
    private final FapiaoFile file;

    FapiaoPage(Desks desks, FapiaoDesk fapiao, InvoiceDesk invoices, FapiaoViews views, FapiaoFile file) {
        this.desks = desks;
        this.fapiao = fapiao;
        this.invoices = invoices;
        this.views = views;
        this.file = file;
    }

    @GetMapping(PATH)
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String saved) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.INVOICES, desk -> {
            here(desk);
            return View.of("desk/fapiao", views.of(desk, null, "", "", saved != null));
        });
    }

    @GetMapping("/desk/fapiao.csv")
    View csv(Page page, Actor actor, @RequestParam UUID place) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.INVOICES, desk -> {
            here(desk);
            return new View.Download("townloop-fapiao-" + desk.times().today() + ".csv", CSV, file.of(desk));
        });
    }

    /** @param seen what it was written for, in minor units */
    @PostMapping("/desk/fapiao/{id}/written")
    View written(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(required = false) @Nullable MultipartFile document)
            throws IOException {
        var sent = document == null || document.isEmpty() ? null : document.getBytes();
        return answered(page, actor, place, id, number, fapiao.written(actor, id, number, sent, minor(seen)));
    }

    /** @param seen what is to be red-lettered, in minor units */
    @PostMapping("/desk/fapiao/{id}/red")
    View red(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String seen) {
        return answered(page, actor, place, id, number, fapiao.redLettered(actor, id, number, minor(seen)));
    }

    @PostMapping("/desk/fapiao/{id}/decline")
    View decline(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(defaultValue = "") String reason) {
        return answered(page, actor, place, id, "", invoices.decline(actor, id, reason));
    }

    @GetMapping("/desk/fapiao/{id}.pdf")
    ResponseEntity<byte[]> paper(Actor actor, @PathVariable UUID id) {
        return Download.of("fapiao-" + id + ".pdf", "application/pdf", fapiao.file(actor, id));
    }

    private View answered(Page page, Actor actor, @Nullable UUID place, UUID id, String number, Outcome<?> outcome) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.INVOICES, desk -> switch (outcome) {
            case Outcome.Done<?> _ -> View.seeOther(desk.to(PATH) + "&saved=yes");
            case Outcome.Refused<?>(Refusal refusal) ->
                View.of(
                        "desk/fapiao",
                        views.of(desk, page.refusal(refusal), id.toString(), number, false),
                        Problems.status(refusal.reason()));
        });
    }

    /** @throws Absent where none are written */
    private void here(Desk desk) {
        if (!invoices.hasFapiao(desk.merchant())) {
            throw new Absent("fapiao at " + desk.id());
        }
    }

    private static long minor(String seen) {
        return seen.matches("[0-9]{1,18}") ? Long.parseLong(seen) : -1;
    }
}
