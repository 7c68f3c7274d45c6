"""Lets LibreOffice proofread paragraphs; run by the Python that has its ``uno`` module, not by ours.

Arguments: the name of the pipe at which LibreOffice listens, and the address of the server. On standard input a JSON list of
paragraphs; on standard output, for each, what its remote checker found, and what Writer's own proofreading then shows.
"""

import contextlib
import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import Locale

BRITISH = Locale("en", "GB", "")
CHECKER = "org.openoffice.lingu.LanguageToolGrammarChecker"
PROOFREADING = 2  # com.sun.star.text.TextMarkupType
SETTINGS = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"


def connected(pipe):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def set_up(context, address):
    provider = context.ServiceManager.createInstanceWithContext("com.sun.star.configuration.ConfigurationProvider", context)
    node = PropertyValue(Name="nodepath", Value=SETTINGS)
    settings = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", (node,))
    settings.setPropertyValue("BaseURL", address)
    settings.setPropertyValue("IsEnabled", True)
    settings.commitChanges()


def errors(result):
    return [
        {
            "start": error.nErrorStart,
            "length": error.nErrorLength,
            "said": error.aShortComment,
            "title": error.aFullComment,
            "replacements": list(error.aSuggestions),
        }
        for error in result.aErrors
    ]


def length(text):
    return len(text.encode("utf-16-le")) // 2


def written(document, text):
    document.Text.String = text
    return document.getFlatParagraphIterator(PROOFREADING, False).getFirstPara()


def main():
    pipe, address = sys.argv[1:]
    context = connected(pipe)
    set_up(context, address)
    make = context.ServiceManager.createInstanceWithContext
    checker = make(CHECKER, context)
    manager = make("com.sun.star.linguistic2.LinguServiceManager", context)
    manager.setConfiguredServices("com.sun.star.linguistic2.Proofreader", BRITISH, (CHECKER,))
    iterator = make("com.sun.star.linguistic2.ProofreadingIterator", context)
    desktop = make("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (PropertyValue(Name="Hidden", Value=True),))
    answers = []
    for text in json.load(sys.stdin):
        alone = checker.doProofreading("alone", text, BRITISH, 0, length(text), ())
        paragraph = written(document, text)
        shown = iterator.checkSentenceAtPosition(document, paragraph, text, BRITISH, 0, length(text), -1)
        answers.append({"checker": errors(alone), "writer": errors(shown)})
    locales = [f"{one.Language}-{one.Country}" for one in checker.getLocales()]
    document.close(True)
    json.dump({"locales": locales, "answers": answers}, sys.stdout)
    with contextlib.suppress(Exception):  # the bridge goes with the office
        desktop.terminate()


main()
