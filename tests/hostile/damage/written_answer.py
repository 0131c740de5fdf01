# Writes Markdown that takes long to turn into HTML, and HTML that should not come alive.
# base: right
# points: 33
# status: graded
# never on page: <script>alert
# never on page: <img src=x
# never on page: <svg onload
# %% own-words
<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>

[a](javascript:alert(1)) <a href="data:text/html,<script>alert(1)</script>">b</a>

* * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * *
[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_**_
<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<
{{ 7 * 7 }} {% include "/etc/passwd" %} ${7*7} #{7*7}
