package org.townloop.surface.portal;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.townloop.base.identity.Actor;
import org.townloop.loop.invoice.Receipts;
import org.townloop.loop.ordering.OrderId;
import org.townloop.surface.page.Download;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** The receipts of an order: to be read, printed and kept. */
@Controller
class ReceiptPage {

    private final Receipts receipts;
    private final ReceiptViews views;

    ReceiptPage(Receipts receipts, ReceiptViews views) {
        this.receipts = receipts;
        this.views = views;
    }

    @GetMapping("/orders/{id}/receipt")
    View show(Page page, Actor actor, @PathVariable UUID id) {
        return View.of("portal/receipt", view(page, actor, id));
    }

    @GetMapping("/orders/{id}/receipt.pdf")
    ResponseEntity<byte[]> paper(Page page, Actor actor, @PathVariable UUID id) {
        return download(view(page, actor, id));
    }

    private ReceiptView view(Page page, Actor actor, UUID id) {
        var of = receipts.of(actor, new OrderId(id));
        return views.of(page, of, OrderViews.href(of.order()));
    }

    static ResponseEntity<byte[]> download(ReceiptView view) {
        return Download.of(
                "townloop-receipt-" + view.order() + ".pdf",
                "application/pdf",
                ReceiptViews.paper(view).bytes());
    }
}
