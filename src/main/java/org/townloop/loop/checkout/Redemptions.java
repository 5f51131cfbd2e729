package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.ScanOutcome;
import org.townloop.loop.voucher.Scans;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.loop.voucher.VoucherState;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;

/**
 * What a counter does with tokens. Each unit is redeemed at most once, its redemption makes the visit and releases the
 * escrow, and the same counter and nonce get the same answer however often they ask.
 */
@Component
public class Redemptions {

    private static final int MOST = 100;
    private static final int LONGEST_NONCE = 100;

    private final Gate gate;
    private final Places places;
    private final Scans scans;
    private final Fulfilments fulfilments;
    private final Atomically atomically;
    private final Clock clock;

    Redemptions(Gate gate, Places places, Scans scans, Fulfilments fulfilments, Atomically atomically, Clock clock) {
        this.gate = gate;
        this.places = places;
        this.scans = scans;
        this.fulfilments = fulfilments;
        this.atomically = atomically;
        this.clock = clock;
    }

    /**
     * Judges scans one after the other, in the order given.
     *
     * @throws Absent if the actor does not redeem at this place
     */
    public Outcome<List<ScanAnswer>> redeem(Actor counter, PlaceId place, List<Scan> items) {
        gate.require(
                counter,
                Right.REDEEM,
                Scope.place(place.region(), merchantOf(place).value(), place.value()));
        var wrong = check(items);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        var answers = new ArrayList<ScanAnswer>();
        for (var item : items) {
            answers.add(redeem(counter, place, item));
        }
        return Outcome.done(answers);
    }

    private ScanAnswer redeem(Actor counter, PlaceId place, Scan item) {
        var judged = atomically.run(() -> judge(counter, place, item));
        return switch (judged) {
            case Outcome.Done<ScanAnswer>(var answer) -> answer;
            case Outcome.Refused<ScanAnswer> ignored ->
                scans.earlier(place, counter.person(), item.nonce())
                        .orElseThrow(() -> new IllegalStateException("a nonce was taken and is not there"));
        };
    }

    /** In one transaction. A refusal means that the nonce was taken meanwhile: all of it is undone. */
    private Outcome<ScanAnswer> judge(Actor counter, PlaceId place, Scan item) {
        var earlier = scans.earlier(place, counter.person(), item.nonce());
        if (earlier.isPresent()) {
            return Outcome.done(earlier.get());
        }
        var now = clock.instant();
        var answer = verdict(counter, place, item, now);
        return scans.remember(place, counter.person(), answer, now)
                ? Outcome.done(answer)
                : Outcome.refused(CheckoutReason.NONCE_INVALID);
    }

    private ScanAnswer verdict(Actor counter, PlaceId place, Scan item, Instant now) {
        var reading = scans.read(item.token(), place, now);
        var voucher = Optional.ofNullable(reading.voucher()).flatMap(scans::voucher);
        if (voucher.isEmpty() || !voucher.get().place().equals(place)) {
            var outcome = reading.refused() == null ? ScanOutcome.BAD_SIGNATURE : reading.refused();
            return new ScanAnswer(item.nonce(), outcome, null, null);
        }
        return verdict(counter, item, voucher.get(), reading.refused(), now);
    }

    private ScanAnswer verdict(Actor counter, Scan item, Voucher voucher, @Nullable ScanOutcome refused, Instant now) {
        var id = voucher.id();
        if (refused == null && fulfilments.redeem(voucher, counter.person(), now)) {
            return new ScanAnswer(item.nonce(), ScanOutcome.REDEEMED, id, now);
        }
        return closed(item.nonce(), id, refused);
    }

    /** Why a voucher that is not redeemed now was not: its state is read after the attempt, so that it is final. */
    private ScanAnswer closed(String nonce, VoucherId id, @Nullable ScanOutcome refused) {
        var voucher = scans.voucher(id).orElseThrow();
        if (voucher.state() == VoucherState.REDEEMED) {
            return new ScanAnswer(nonce, ScanOutcome.ALREADY_REDEEMED, id, voucher.redeemedAt());
        }
        if (voucher.state() == VoucherState.REVOKED) {
            return new ScanAnswer(nonce, ScanOutcome.REVOKED, id, null);
        }
        return new ScanAnswer(nonce, refused == null ? ScanOutcome.EXPIRED : refused, id, null);
    }

    private static Optional<Refusal> check(List<Scan> items) {
        if (items.isEmpty()) {
            return Optional.of(Refusal.of(CheckoutReason.SCANS_MISSING, "items"));
        }
        if (items.size() > MOST) {
            return Optional.of(Refusal.of(CheckoutReason.SCANS_TOO_MANY, "items", Map.of("max", MOST)));
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).token().isBlank()) {
                return Optional.of(Refusal.of(CheckoutReason.TOKEN_MISSING, "items[" + i + "].token"));
            }
            var nonce = items.get(i).nonce();
            if (nonce.isBlank() || nonce.length() > LONGEST_NONCE || nonce.indexOf(0) >= 0) {
                return Optional.of(Refusal.of(
                        CheckoutReason.NONCE_INVALID, "items[" + i + "].nonce", Map.of("max", LONGEST_NONCE)));
            }
        }
        return Optional.empty();
    }

    private MerchantId merchantOf(PlaceId place) {
        var merchant = places.get(place).merchant();
        if (merchant == null) {
            throw new Absent("nothing is redeemed at a listing: " + place.value());
        }
        return merchant;
    }
}
