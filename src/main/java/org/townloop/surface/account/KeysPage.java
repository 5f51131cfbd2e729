package org.townloop.surface.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.NewToken;
import org.townloop.base.identity.Passkeys;
import org.townloop.base.identity.TokenId;
import org.townloop.base.identity.Tokens;
import org.townloop.base.kernel.Outcome;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** What else opens the door: tokens for programs, and passkeys that are wanted no more. */
@Controller
class KeysPage {

    private final AccountViews views;
    private final Passkeys passkeys;
    private final Tokens tokens;
    private final Counters counters;

    KeysPage(AccountViews views, Passkeys passkeys, Tokens tokens, Counters counters) {
        this.views = views;
        this.passkeys = passkeys;
        this.tokens = tokens;
        this.counters = counters;
    }

    @PostMapping("/account/passkeys/{id}/removal")
    View remove(
            Page page, Actor actor, HttpServletRequest request, HttpServletResponse response, @PathVariable UUID id) {
        return switch (passkeys.remove(actor, id)) {
            case Outcome.Done<UUID> _ -> AccountViews.done("passkey-removed");
            case Outcome.Refused<UUID>(var refusal) -> views.refused(page, actor, request, response, refusal);
        };
    }

    /** The page itself shows the token: it is the only one that ever will, and is not kept by the browser. */
    @PostMapping("/account/tokens")
    View issue(
            Page page,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String counter) {
        return switch (tokens.order(actor, label, counters.chosen(actor, counter))) {
            case Outcome.Done<NewToken>(var token) ->
                View.of("account/token", new TokenView(page, token, label.strip()), HttpStatus.CREATED);
            case Outcome.Refused<NewToken>(var refusal) ->
                views.refused(page, actor, request, response, refusal, new AccountView.Typed(null, "", label));
        };
    }

    @PostMapping("/account/tokens/{id}/revocation")
    View revoke(Actor actor, @PathVariable UUID id) {
        tokens.revoke(actor, new TokenId(id));
        return AccountViews.done("token-revoked");
    }
}
