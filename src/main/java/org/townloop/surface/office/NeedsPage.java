package org.townloop.surface.office;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** What needs an operator, one by one, and the check of the books. */
@Controller
class NeedsPage {

    private final Offices offices;
    private final Attention attention;
    private final BookChecks books;

    NeedsPage(Offices offices, Attention attention, BookChecks books) {
        this.offices = offices;
        this.attention = attention;
        this.books = books;
    }

    @GetMapping("/office/needs")
    View list(Page page, Actor actor, @RequestParam(required = false) @Nullable String region) {
        return offices.open(
                page, actor, region, office -> View.of("office/needs", new NeedsView(office, attention.of(office))));
    }

    @PostMapping("/office/books")
    View checkBooks(Page page, Actor actor, @RequestParam String region) {
        return offices.open(page, actor, region, office -> {
            books.run();
            return View.seeOther(office.to("/office/needs") + "#books");
        });
    }
}
