package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Landmarks;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PointPicker;

/**
 * The shopping list of a place: what there is, what is on it, where and when it is wanted.
 *
 * @param key what makes a hold that is sent twice one hold
 * @param placeHref where the place is told of
 * @param says how the place brings things, a sentence each
 * @param sum what is chosen, null if nothing is
 * @param signIn where somebody signs in whom nobody knows yet; null for who is known
 * @param brings whether it brings things at all
 * @param fetched whether the resident fetches it
 * @param days the windows of the days ahead
 * @param hidden articles on the list that the filter does not show
 */
record ShopView(
        Page page,
        Form form,
        String key,
        String href,
        String name,
        String placeHref,
        boolean fresh,
        List<String> says,
        List<Group> groups,
        List<Article> hidden,
        @Nullable Sum sum,
        boolean brings,
        boolean lets,
        boolean fetched,
        PointPicker pick,
        List<String> remembered,
        List<Landmarks.Landmark> landmarks,
        List<Day> days,
        List<String> policies,
        @Nullable String signIn) {

    /** Articles of one kind. */
    record Group(String name, List<Article> articles) {}

    /**
     * An article.
     *
     * @param typed how many are wanted, as it was typed
     * @param most how many may be
     * @param wrong what is wrong with that number; null if nothing is
     */
    record Article(
            String id,
            String title,
            String price,
            String note,
            String typed,
            int most,
            @Nullable String wrong) {

        boolean isChosen() {
            return !typed.isEmpty() && !typed.equals("0");
        }
    }

    /**
     * What the list comes to.
     *
     * @param fee what bringing it costs; null as long as nobody said where
     * @param why it cannot be brought like that; null if it can
     * @param total null as long as the fee is not known
     */
    record Sum(
            List<Row> rows,
            String goods,
            @Nullable String fee,
            @Nullable String why,
            @Nullable String total) {}

    /** @param wish what is to be done if it is missing; empty for as with the others */
    record Row(String id, String title, String amount, String wish) {}

    /** The windows of a day. */
    record Day(String name, List<Window> windows) {}

    /** @param note until when it can be ordered for, or that it is full */
    record Window(String label, String value, String note, boolean full, boolean chosen) {}
}
