package org.townloop.surface.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.dispute.Decision;
import org.townloop.loop.dispute.Dispute;
import org.townloop.loop.dispute.OrderDisputeState;
import org.townloop.loop.dispute.Side;
import org.townloop.loop.dispute.Word;

/**
 * A dispute in words, as both sides and the operator read it.
 *
 * @param say what happens next, and until when
 */
public record DisputeSheet(
        Page page, String state, String tone, String say, List<Fact> facts, List<Said> words, List<Verdict> verdicts) {

    public record Fact(String label, String value) {}

    /**
     * What one of the two said.
     *
     * @param mine whether the reader's side said it
     * @param words null once they are erased
     * @param pictures where they are
     */
    public record Said(String who, boolean mine, @Nullable String words, String when, List<String> pictures) {}

    /** What was decided, and from whose pocket. */
    public record Verdict(String head, List<Fact> amounts, String reasons, String when) {}

    /**
     * Who reads it.
     *
     * @param side null for an operator
     * @param href where the dispute is, below which its pictures are
     */
    public record Reader(@Nullable Side side, String resident, String place, String href) {}

    public static DisputeSheet of(
            Page page, Times times, Dispute dispute, List<Word> words, List<Decision> decisions, Reader reader) {
        return new DisputeSheet(
                page,
                state(page, dispute.state()),
                tone(dispute.state()),
                say(page, times, dispute, reader),
                facts(page, times, dispute),
                words.stream().map(word -> said(times, word, reader)).toList(),
                decisions.stream().map(each -> verdict(page, times, each)).toList());
    }

    public static String state(Page page, OrderDisputeState state) {
        return page.text("page.dispute.state." + code(state));
    }

    public static String tone(OrderDisputeState state) {
        return switch (state) {
            case OPEN, ANSWERED, REFERRED, APPEALED -> "wait";
            case DECIDED, FINAL, SETTLED -> "good";
            case WITHDRAWN -> "";
        };
    }

    public static String about(Page page, Dispute dispute) {
        return page.text("page.dispute.about." + code(dispute.about()));
    }

    public static String wanted(Page page, Dispute dispute) {
        return page.text("page.dispute.wanted." + code(dispute.wanted()), "amount", page.money(dispute.wantedAmount()));
    }

    /** What the merchant offers, in words; empty if nothing. */
    public static String offer(Page page, Dispute dispute) {
        var offer = dispute.offer();
        return offer == null
                ? ""
                : offer.redo()
                        ? page.text("page.dispute.offer.redo")
                        : page.text("page.dispute.offer.amount", "amount", page.money(offer.amount()));
    }

    private static String say(Page page, Times times, Dispute dispute, Reader reader) {
        var side = reader.side() == null ? "operator" : code(reader.side());
        return page.text(
                "page.dispute.say." + code(dispute.state()),
                "side",
                side,
                "due",
                dispute.dueAt() == null ? "" : times.moment(dispute.dueAt()),
                "place",
                reader.place());
    }

    private static List<Fact> facts(Page page, Times times, Dispute dispute) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(page.text("page.dispute.about"), about(page, dispute)));
        facts.add(new Fact(page.text("page.dispute.wanted"), wanted(page, dispute)));
        facts.add(new Fact(page.text("page.dispute.opened"), times.moment(dispute.openedAt())));
        if (dispute.offer() != null) {
            facts.add(new Fact(page.text("page.dispute.offer"), offer(page, dispute)));
        }
        var referral = dispute.referredFor();
        if (referral != null) {
            facts.add(
                    new Fact(page.text("page.dispute.referred"), page.text("page.dispute.referred." + code(referral))));
        }
        var appeal = dispute.appealedBy();
        if (appeal != null) {
            facts.add(new Fact(page.text("page.dispute.appealed"), page.text("page.dispute.side." + code(appeal))));
        }
        return facts;
    }

    private static Said said(Times times, Word word, Reader reader) {
        return new Said(
                word.side() == Side.RESIDENT ? reader.resident() : reader.place(),
                word.side() == reader.side(),
                word.words(),
                times.moment(word.at()),
                IntStream.rangeClosed(1, word.pictures().size())
                        .mapToObj(position -> reader.href() + "/pictures/" + word.number() + "/" + position + ".jpg")
                        .toList());
    }

    private static Verdict verdict(Page page, Times times, Decision decision) {
        var amounts = new ArrayList<Fact>();
        amounts.add(new Fact(page.text("page.dispute.to-resident"), page.money(decision.toResident())));
        if (decision.ofOrder().isPositive()) {
            amounts.add(new Fact(page.text("page.dispute.of-order"), page.money(decision.ofOrder())));
        }
        if (decision.platform().isPositive()) {
            amounts.add(new Fact(page.text("page.dispute.of-platform"), page.money(decision.platform())));
        }
        if (decision.toMerchant().isPositive()) {
            amounts.add(new Fact(page.text("page.dispute.to-merchant"), page.money(decision.toMerchant())));
        }
        return new Verdict(
                page.text(decision.instance() == 1 ? "page.dispute.decision" : "page.dispute.second"),
                amounts,
                decision.reasons(),
                times.moment(decision.at()));
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
