package org.townloop.surface.portal;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.quote.Quotation;
import org.townloop.loop.quote.QuoteRequest;
import org.townloop.loop.quote.RequestState;
import org.townloop.loop.quote.StageMoney;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.RequestWords;
import org.townloop.surface.page.Times;

/** What a resident is told of a request: what is to be done now, and what comes back if it is called off, or was. */
final class QuoteWords {

    private QuoteWords() {}

    /** What calling it off now would bring. */
    static QuoteView.Off off(Page page, Money back, Money paid) {
        return new QuoteView.Off(
                back.minor(),
                page.money(back),
                page.text(
                        "portal.quote.call-off.say",
                        "back",
                        page.money(back),
                        "paid",
                        page.money(paid),
                        "how",
                        back.isZero() ? "nothing" : back.equals(paid) ? "all" : "some"));
    }

    /** What was called off says what goes back of it. */
    static String said(Page page, Times times, QuoteRequest request, @Nullable Quotation live, StageMoney money) {
        var said = say(page, times, request);
        if (request.state() != RequestState.CALLED_OFF || live == null) {
            return said;
        }
        var back = money.back(live);
        var how = money.isUnsettled(live)
                ? "later"
                : back.isZero() ? "nothing" : back.equals(money.paid(live)) ? "all" : "some";
        var sum = page.text(
                "portal.quote.called-off.back",
                "back",
                page.money(back),
                "paid",
                page.money(money.paid(live)),
                "how",
                how);
        return request.reason() == null
                ? said + page.gap() + sum
                : said + page.gap() + sum + page.gap() + page.text("portal.quote.because", "reason", request.reason());
    }

    private static String say(Page page, Times times, QuoteRequest request) {
        var survey = request.survey();
        var when = request.state() == RequestState.SURVEY_AGREED && survey != null
                ? times.moment(survey.at())
                : times.date(request.answerBy().minusSeconds(1));
        return page.text(
                "portal.quote.say." + RequestWords.code(request.state()),
                "when",
                when,
                "reason",
                request.reason() == null ? "" : request.reason());
    }
}
