package org.offshelf.importing.reading;

import java.util.Locale;
import java.util.regex.Pattern;

import org.offshelf.app.AppKind;

/** Tells mini-programs and SDKs from apps: a column may say so, the store, the name, or the heading of the list. */
final class Kinds {

    private static final Pattern SDK = Pattern.compile("(?i)(.*[^a-z])?sdk(\\s*[(（].*|\\s*v?[\\d.]+)?$");

    private static final Pattern MINI_PROGRAM = Pattern.compile(".*小程序|.*[（(].{0,4}小程序[)）]");

    private Kinds() {
    }

    static AppKind of(Draft draft, AppKind ofList) {
        AppKind said = said(draft.get(Field.KIND));
        if (said != null) {
            return said;
        }
        String store = draft.get(Field.STORE) == null ? "" : draft.get(Field.STORE).toLowerCase(Locale.ROOT);
        String name = draft.get(Field.APP) == null ? "" : draft.get(Field.APP);
        if (store.contains("小程序") || name.contains("小程序") && MINI_PROGRAM.matcher(name).matches()) {
            return AppKind.MINI_PROGRAM;
        }
        if (store.contains("sdk")
                || name.toLowerCase(Locale.ROOT).contains("sdk") && SDK.matcher(name.replace('_', ' ')).matches()) {
            return AppKind.SDK;
        }
        return ofList == null ? AppKind.APP : ofList;
    }

    private static AppKind said(String printed) {
        String text = printed == null ? "" : printed.toLowerCase(Locale.ROOT);
        boolean app = text.contains("app") || text.contains("应用");
        boolean mini = text.contains("小程序");
        boolean sdk = text.contains("sdk");
        if (mini == sdk) {
            return app && !mini ? AppKind.APP : null;
        }
        return app ? null : mini ? AppKind.MINI_PROGRAM : AppKind.SDK;
    }
}
