# Empties graded cells at the first step that a cell goes through.
# base: wrong
# points: 0
# status: graded
# %%
manager = get_ipython().input_transformer_manager
manager.cleanup_transforms.insert(
    0, lambda lines: ["pass\n"] if lines[0].startswith("# Graded") else lines
)
manager.line_transforms.clear()
manager.token_transformers.clear()
