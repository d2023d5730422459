"""Opens Word files in one LibreOffice, accepts or rejects all tracked changes and writes what then stands there, a line to a paragraph.

settle.py PROFILE JOBS: each line of the file JOBS is "as-is|accept|reject<tab>FILE.docx<tab>OUTPUT.txt".
"""
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def prop(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


def paragraphs(text, depth, lines):
    for element in text.createEnumeration():
        if element.supportsService("com.sun.star.text.TextTable"):
            lines.append("%stable" % ("  " * depth))
            for name in element.CellNames:
                lines.append("%scell" % ("  " * depth))
                paragraphs(element.getCellByName(name), depth + 1, lines)
        else:
            label = element.ListLabelString if element.NumberingIsNumber else ""
            lines.append("%s%s|%s" % ("  " * depth, label, element.String))


def lines_of(document):
    lines = []
    paragraphs(document.Text, 0, lines)
    notes = document.getFootnotes()
    for i in range(notes.Count):
        lines.append("note")
        paragraphs(notes.getByIndex(i), 1, lines)
    return lines


def connect(pipe):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not answer.")


def main(profile, jobs):
    pipe = "mou%d" % os.getpid()
    office = subprocess.Popen(["soffice", "--headless", "--norestore", "--nologo", "-env:UserInstallation=" + uno.systemPathToFileUrl(profile), "--accept=pipe,name=%s;urp" % pipe])
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        toolkit = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.Toolkit", context)
        for line in open(jobs, encoding="utf-8"):
            what, source, output = line.rstrip("\n").split("\t")
            document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (prop("Hidden", True),))
            if what != "as-is":
                dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:AcceptAllTrackedChanges" if what == "accept" else ".uno:RejectAllTrackedChanges", "", 0, ())
            toolkit.processEventsToIdle()  # labels are counted when there is time
            with open(output, "w", encoding="utf-8") as out:
                out.write("\n".join(lines_of(document)))
            document.close(True)
        try:
            desktop.terminate()
        except Exception:
            pass
    finally:
        try:
            office.wait(20)
        except subprocess.TimeoutExpired:
            office.kill()


main(*sys.argv[1:])
